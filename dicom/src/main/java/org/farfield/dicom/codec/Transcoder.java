package org.farfield.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;

/** Puts an instance into another transfer syntax without changing a stored value. Any thread. */
public final class Transcoder {
    private Transcoder() {}

    /**
     * A file with the same data set in another transfer syntax; the given one stays as it is. Monochrome images are
     * compressed or decompressed; a data set without pixel data, or one that stays uncompressed, is only relabelled.
     *
     * @throws DicomException when the pixel data cannot be decoded, or the target cannot encode it
     */
    public static DicomFile to(TransferSyntax target, DicomFile file) throws DicomException {
        Element pixels = file.dataSet().element(Tag.PIXEL_DATA).orElse(null);
        if (target.equals(file.transferSyntax())
                || (!target.encapsulated() && !(pixels instanceof Element.Fragments))) {
            return new DicomFile(file.meta(), file.dataSet(), target);
        }
        if (pixels == null) {
            return new DicomFile(file.meta(), file.dataSet(), target);
        }
        PixelFrames frames = PixelFrames.of(file);
        PixelFormat format = frames.format();
        DataSet copy = file.dataSet().copy();
        copy.remove(Tag.EXTENDED_OFFSET_TABLE).remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
        copy.set(Tag.HIGH_BIT, Vr.US, format.bitsStored() - 1);
        copy.put(target.encapsulated() ? compressed(frames, FrameCodec.require(target)) : plain(frames));
        return new DicomFile(file.meta(), copy, target);
    }

    private static Element compressed(PixelFrames frames, FrameCodec codec) throws DicomException {
        PixelFormat format = frames.format();
        short[] samples = new short[format.samplesPerFrame()];
        List<ByteSlice> fragments = new ArrayList<>();
        for (int frame = 0; frame < frames.count(); frame++) {
            frames.decodeInto(frame, samples);
            fragments.add(ByteSlice.of(codec.encode(samples, format)));
        }
        return new Element.Fragments(Tag.PIXEL_DATA, Vr.OB, offsetTable(fragments), fragments);
    }

    private static ByteSlice offsetTable(List<ByteSlice> fragments) {
        ByteBuffer table = ByteBuffer.allocate(4 * fragments.size()).order(ByteOrder.LITTLE_ENDIAN);
        long at = 0;
        for (ByteSlice fragment : fragments) {
            if (at > 0xFFFFFFFFL) {
                return ByteSlice.EMPTY;
            }
            table.putInt((int) at);
            at += 8 + fragment.length() + (fragment.length() & 1);
        }
        return ByteSlice.of(table.array());
    }

    private static Element plain(PixelFrames frames) throws DicomException {
        PixelFormat format = frames.format();
        int width = format.bitsAllocated() / 8;
        long length = (long) format.samplesPerFrame() * width * frames.count();
        if (width < 1 || length > Integer.MAX_VALUE - 16) {
            throw new DicomException(DicomException.Reason.LIMIT, "uncompressed it would have " + length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (length + (length & 1))).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < frames.count(); frame++) {
            for (short sample : frames.decode(frame)) {
                if (width == 1) {
                    bytes.put((byte) sample);
                } else {
                    bytes.putShort(sample);
                }
            }
        }
        return new Element.Value(Tag.PIXEL_DATA, width == 1 ? Vr.OB : Vr.OW, ByteSlice.of(bytes.array()));
    }
}
