package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;

/**
 * A look at the end of a file whose header is known: is the pixel data there to its last byte? In all but a few files
 * it is the last element, so that a dozen bytes tell.
 *
 * <pre>
 * explicit:      ... E0 7F 10 00 'O' 'W' 00 00 length(4) value          end of file
 * implicit:      ... E0 7F 10 00               length(4) value          end of file
 * encapsulated:  ... fragments                 FE FF DD E0 00 00 00 00  end of file
 * </pre>
 */
final class FileTail {
    private static final int GROUP_THEN_ELEMENT = Tag.PIXEL_DATA << 16 | Tag.PIXEL_DATA >>> 16;
    private static final long SEQUENCE_END = 0xE0DDFFFEL;

    private final long fileBytes;
    private final OptionalLong pixelOffset;
    private final boolean complete;

    private FileTail(long fileBytes, OptionalLong pixelOffset, boolean complete) {
        this.fileBytes = fileBytes;
        this.pixelOffset = pixelOffset;
        this.complete = complete;
    }

    /** Whether the end looks as it does in a whole file; otherwise only reading the file can tell. */
    boolean complete() {
        return complete;
    }

    /** Where the value of uncompressed Pixel Data begins, when it is the last element. */
    OptionalLong pixelOffset() {
        return pixelOffset;
    }

    long fileBytes() {
        return fileBytes;
    }

    static FileTail of(Path file, TransferSyntax syntax, PixelFormat format) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (syntax.encapsulated()) {
                boolean ended = size > 8 && read(channel, size - 8, 8).getLong(0) == SEQUENCE_END;
                return new FileTail(size, OptionalLong.empty(), ended);
            }
            long bytes = (format.bitsPerFrame() * format.frames() + 7) / 8;
            long even = bytes + bytes % 2;
            int head = syntax.explicitVr() ? 12 : 8;
            long start = size - even;
            if (syntax.bigEndian() || syntax.deflated() || start < head || even > Integer.MAX_VALUE) {
                return new FileTail(size, OptionalLong.empty(), false);
            }
            ByteBuffer element = read(channel, start - head, head);
            boolean found = element.getInt(0) == GROUP_THEN_ELEMENT && element.getInt(head - 4) == even;
            return new FileTail(size, found ? OptionalLong.of(start) : OptionalLong.empty(), found);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // A read may be short.
        }
        return bytes;
    }
}
