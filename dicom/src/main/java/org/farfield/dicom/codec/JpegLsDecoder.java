package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/**
 * Decodes one monochrome frame, lossless or near-lossless: T.87 annex A. One use. A damaged stream ends in a
 * {@link DicomException}; it can neither loop nor write outside the frame, since each unary code, each mapped error and
 * each run is bounded and each sample is clamped to the range.
 */
final class JpegLsDecoder {
    private final JpegLsHeader header;
    private final JpegLsModel model;
    private final JpegLsBitReader in;
    private final int columns;
    private final int wrap;

    JpegLsDecoder(JpegLsHeader header, ByteSlice stream) {
        this.header = header;
        this.model = header.model();
        this.columns = header.columns();
        this.wrap = model.range * model.step;
        this.in =
                new JpegLsBitReader(stream.array(), stream.offset() + header.scan(), stream.offset() + stream.length());
    }

    /** Fills {@code out} with samples 0..2^bits - 1, row by row. */
    void decode(short[] out) throws DicomException {
        int[] above = new int[columns + 2];
        int[] row = new int[columns + 2];
        for (int y = 0; y < header.rows(); y++) {
            above[columns + 1] = above[columns];
            row[0] = above[1];
            decodeRow(above, row);
            if (in.isOverrun()) {
                throw new DicomException(
                        DicomException.Reason.TRUNCATED, "JPEG-LS stream ends in row " + y + " of " + header.rows());
            }
            int base = y * columns;
            for (int x = 0; x < columns; x++) {
                out[base + x] = (short) row[x + 1];
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
    }

    private void decodeRow(int[] above, int[] row) throws DicomException {
        byte[] quantised = model.quantised;
        int zero = model.maximum;
        int x = 1;
        while (x <= columns) {
            int left = row[x - 1];
            int up = above[x];
            int upLeft = above[x - 1];
            int gradient = quantised[above[x + 1] - up + zero] * 81
                    + quantised[up - upLeft + zero] * 9
                    + quantised[upLeft - left + zero];
            if (gradient != 0) {
                row[x++] = decodeRegular(gradient, JpegLsModel.predict(left, up, upLeft));
            } else {
                x = decodeRun(above, row, x);
            }
        }
    }

    private int decodeRegular(int gradient, int predicted) throws DicomException {
        int sign = gradient >> 31 | 1;
        int at = 4 * gradient * sign;
        int[] state = model.state;
        int corrected = predicted + sign * state[at + JpegLsModel.CORRECTION];
        int prediction = Math.max(0, Math.min(model.maximum, corrected));
        int k = model.golomb(at);
        boolean swapped =
                k == 0 && model.near == 0 && 2 * state[at + JpegLsModel.BIAS] <= -state[at + JpegLsModel.COUNT];
        int mapped = readGolomb(k, model.limit);
        int folded = mapped >>> 1 ^ -(mapped & 1);
        int error = swapped ? ~folded : folded;
        model.learn(at, error);
        return reconstruct(prediction, sign * error);
    }

    private int decodeRun(int[] above, int[] row, int start) throws DicomException {
        int value = row[start - 1];
        int x = start;
        while (in.get(1) == 1) {
            int length = 1 << JpegLsModel.RUN_ORDER[model.runIndex];
            int end = Math.min(x + length, columns + 1);
            boolean whole = end - x == length;
            while (x < end) {
                row[x++] = value;
            }
            if (whole && model.runIndex < 31) {
                model.runIndex++;
            }
            if (x > columns) {
                return x;
            }
        }
        int order = JpegLsModel.RUN_ORDER[model.runIndex];
        int end = x + in.get(order);
        if (end > columns) {
            throw corrupt("a run leaves its row");
        }
        while (x < end) {
            row[x++] = value;
        }
        row[x] = decodeInterruption(value, above[x], order);
        if (model.runIndex > 0) {
            model.runIndex--;
        }
        return x + 1;
    }

    private int decodeInterruption(int left, int up, int order) throws DicomException {
        int type = Math.abs(left - up) <= model.near ? 1 : 0;
        int k = model.golombInterruption(type);
        int mapped = readGolomb(k, model.limit - order - 1);
        int map = (mapped + type) & 1;
        int size = (mapped + type + map) >> 1;
        boolean mostlyNegative = 2 * model.negatives[type] >= model.interruptions(type);
        int error = (k != 0 || mostlyNegative) == (map == 1) ? -size : size;
        model.learnInterruption(type, error, mapped);
        if (type == 1) {
            return reconstruct(left, error);
        }
        return reconstruct(up, left > up ? -error : error);
    }

    private int reconstruct(int prediction, int error) {
        int sample = prediction + error * model.step;
        sample += (wrap & (sample + model.near) >> 31) - (wrap & (model.maximum + model.near - sample) >> 31);
        return Math.max(0, Math.min(model.maximum, sample));
    }

    private int readGolomb(int k, int limit) throws DicomException {
        int longest = limit - model.rangeBits - 1;
        int high = in.zeros();
        if (high > longest) {
            throw corrupt("a code is too long");
        }
        int mapped = high < longest ? high << k | in.get(k) : in.get(model.rangeBits) + 1;
        if (mapped > model.range + 1) {
            throw corrupt("an error leaves the range");
        }
        return mapped;
    }

    private DicomException corrupt(String what) {
        return in.isOverrun()
                ? new DicomException(DicomException.Reason.TRUNCATED, "JPEG-LS stream ends too early")
                : new DicomException(DicomException.Reason.MALFORMED, "JPEG-LS stream: " + what);
    }
}
