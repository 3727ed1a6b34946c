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
     * A file with the same data set in another transfer syntax; the given one stays as it is. Images are compressed or
     * decompressed; a data set without pixel data, or one that stays uncompressed, is only relabelled. Pixels that a
     * decoder gives in another colour space are labelled with that.
     *
     * @throws DicomException when the pixel data cannot be decoded, or the target cannot encode it
     */
    public static DicomFile to(TransferSyntax target, DicomFile file) throws DicomException {
        Element pixels = file.dataSet().element(Tag.PIXEL_DATA).orElse(null);
        boolean plain = !target.encapsulated() && !(pixels instanceof Element.Fragments);
        if (target.equals(file.transferSyntax()) || plain || pixels == null) {
            return new DicomFile(file.meta(), file.dataSet(), target);
        }
        PixelFrames frames = PixelFrames.of(file);
        if (frames.isWide()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED,
                    frames.format().bitsAllocated() + " bits allocated cannot be compressed");
        }
        PixelFormat format = written(frames.format());
        DataSet copy = file.dataSet().copy();
        copy.remove(Tag.EXTENDED_OFFSET_TABLE).remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
        copy.set(Tag.HIGH_BIT, Vr.US, format.highBit());
        copy.set(Tag.PHOTOMETRIC_INTERPRETATION, format.photometric());
        if (format.samples() > 1) {
            copy.set(Tag.PLANAR_CONFIGURATION, Vr.US, 0);
        }
        if (target.encapsulated()) {
            FrameCodec codec = FrameCodec.require(target);
            copy.put(compressed(frames, format, codec));
            copy.set(Tag.PHOTOMETRIC_INTERPRETATION, codec.encodedPhotometric(format));
        } else {
            copy.put(plain(frames, format));
        }
        return new DicomFile(file.meta(), copy, target);
    }

    /** Decoded values stand in the lowest bits. */
    private static PixelFormat written(PixelFormat format) {
        return new PixelFormat(
                format.rows(),
                format.columns(),
                format.samples(),
                format.bitsAllocated(),
                format.bitsStored(),
                format.bitsStored() - 1,
                format.signed(),
                format.photometric(),
                0,
                format.frames());
    }

    private static Element compressed(PixelFrames frames, PixelFormat format, FrameCodec codec) throws DicomException {
        short[] samples = new short[format.samplesPerFrame()];
        List<ByteSlice> fragments = new ArrayList<>();
        for (int frame = 0; frame < frames.count(); frame++) {
            frames.decodeInto(frame, samples);
            try {
                fragments.add(ByteSlice.of(codec.encode(samples, format)));
            } catch (IllegalArgumentException e) {
                throw new DicomException(
                        DicomException.Reason.MALFORMED, "frame " + (frame + 1) + ": " + e.getMessage(), e);
            }
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

    private static Element plain(PixelFrames frames, PixelFormat format) throws DicomException {
        long length = (format.bitsPerFrame() * frames.count() + 7) / 8;
        if (length > Integer.MAX_VALUE - 16) {
            throw new DicomException(DicomException.Reason.LIMIT, "uncompressed it would have " + length + " bytes");
        }
        byte[] bytes = new byte[(int) (length + (length & 1))];
        for (int frame = 0; frame < frames.count(); frame++) {
            byte[] one = NativePixels.encode(frames.decode(frame), format);
            long bit = format.bitsPerFrame() * frame;
            if (bit % 8 == 0) {
                System.arraycopy(one, 0, bytes, (int) (bit / 8), one.length);
            } else {
                for (int i = 0; i < format.bitsPerFrame(); i++) {
                    int value = one[i >> 3] >> (i & 7) & 1;
                    bytes[(int) ((bit + i) >> 3)] |= (byte) (value << ((bit + i) & 7));
                }
            }
        }
        boolean bytewise = format.bitsAllocated() <= 8;
        return new Element.Value(Tag.PIXEL_DATA, bytewise ? Vr.OB : Vr.OW, ByteSlice.of(bytes));
    }
}
