package org.farfield.dicom.codec;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.Tag;

/**
 * Uncompressed pixels that do not fit into 16 bits: integers of 32 (PS3.5 8.1), Float Pixel Data (7FE0,0008), Double
 * Float Pixel Data (7FE0,0009; PS3.3 C.7.6.24, C.7.6.25). Values come as decimals, which hold each of them exactly.
 */
record WidePixels(ByteSlice bytes, PixelFormat format, boolean floating) implements FrameSource {
    /** The floating point pixels of a data set; empty where it has none. */
    static Optional<WidePixels> floating(DataSet dataSet) throws DicomException {
        boolean doubles = dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA);
        if (!doubles && !dataSet.contains(Tag.FLOAT_PIXEL_DATA)) {
            return Optional.empty();
        }
        PixelFormat format = PixelFormat.of(dataSet);
        if (format.bitsAllocated() != (doubles ? 64 : 32)) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED,
                    Tag.describe(Tag.BITS_ALLOCATED) + " is wrong: " + format.bitsAllocated() + " for "
                            + Tag.describe(doubles ? Tag.DOUBLE_FLOAT_PIXEL_DATA : Tag.FLOAT_PIXEL_DATA));
        }
        int tag = doubles ? Tag.DOUBLE_FLOAT_PIXEL_DATA : Tag.FLOAT_PIXEL_DATA;
        return Optional.of(new WidePixels(dataSet.bytes(tag), format, true).checked());
    }

    /** Integers of more than 16 bits. */
    static WidePixels integers(ByteSlice bytes, PixelFormat format) throws DicomException {
        if (format.bitsAllocated() != 32) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, format.bitsAllocated() + " bits allocated are not decoded");
        }
        return new WidePixels(bytes, format, false).checked();
    }

    private WidePixels checked() throws DicomException {
        if (format.samples() != 1) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED,
                    format.samples() + " samples of " + format.bitsAllocated() + " bits are not decoded");
        }
        return this;
    }

    @Override
    public void decode(int frame, short[] out) throws DicomException {
        throw new DicomException(
                DicomException.Reason.UNSUPPORTED,
                "values of " + format.bitsAllocated() + " bits are drawn, but do not fit into voxels of 16");
    }

    /** The stored values of a frame, row by row. */
    double[] decode(int frame) throws DicomException {
        requireFrame(frame);
        int count = format.samplesPerFrame();
        int width = format.bitsAllocated() / 8;
        ByteBuffer in = bytes.slice(frame * count * width, count * width).buffer();
        double[] out = new double[count];
        if (!floating) {
            integers(in, out);
        } else if (width == 8) {
            in.asDoubleBuffer().get(out);
        } else {
            for (int i = 0; i < count; i++) {
                out[i] = in.getFloat(4 * i);
            }
        }
        return out;
    }

    private void integers(ByteBuffer in, double[] out) {
        int left = 31 - format.highBit();
        int right = 32 - format.bitsStored();
        for (int i = 0; i < out.length; i++) {
            int high = in.getInt(4 * i) << left;
            out[i] = format.signed() ? high >> right : high >>> right & 0xFFFFFFFFL;
        }
    }

    @Override
    public void requireFrame(int frame) throws DicomException {
        long end = format.bitsPerFrame() / 8 * (frame + 1L);
        if (end > bytes.length()) {
            throw new DicomException(
                    DicomException.Reason.TRUNCATED,
                    "frame " + (frame + 1) + " ends at byte " + end + " of the pixel data, which has "
                            + bytes.length());
        }
    }
}
