package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.codec.JpegLsHeader.Scan;

/**
 * Decodes one scan, lossless or near-lossless: T.87 annex A; one component, or several line by line or sample by sample
 * (annex B). One use. A damaged stream ends in a {@link DicomException}; it can neither loop nor write outside the
 * frame, since each unary code, each mapped error and each run is bounded and each sample is clamped to the range.
 */
final class JpegLsDecoder {
    private static final int BY_SAMPLE = 2;

    private final Scan scan;
    private final JpegLsModel model;
    private final JpegLsBitReader in;
    private final int columns;
    private final int rows;
    private final int wrap;

    JpegLsDecoder(Scan scan, int columns, int rows, ByteSlice stream) {
        this.scan = scan;
        this.model = scan.model();
        this.columns = columns;
        this.rows = rows;
        this.wrap = model.range * model.step;
        this.in = new JpegLsBitReader(stream.array(), stream.offset() + scan.bits(), stream.offset() + stream.length());
    }

    /** Puts samples 0..2^bits - 1 into {@code out}, row by row, colour by pixel of {@code total} samples. */
    void decode(short[] out, int total) throws DicomException {
        int count = scan.components().size();
        int[][] above = new int[count][columns + 2];
        int[][] row = new int[count][columns + 2];
        int[] runIndex = new int[count];
        for (int y = 0; y < rows; y++) {
            for (int c = 0; c < count; c++) {
                above[c][columns + 1] = above[c][columns];
                row[c][0] = above[c][1];
            }
            if (scan.interleave() == BY_SAMPLE) {
                decodeTogether(above, row);
            } else {
                for (int c = 0; c < count; c++) {
                    model.runIndex = runIndex[c];
                    decodeRow(above[c], row[c]);
                    runIndex[c] = model.runIndex;
                }
            }
            if (in.isOverrun()) {
                throw new DicomException(
                        DicomException.Reason.TRUNCATED, "JPEG-LS stream ends in row " + y + " of " + rows);
            }
            for (int c = 0; c < count; c++) {
                int to = y * columns * total + scan.components().get(c);
                for (int x = 1; x <= columns; x++, to += total) {
                    out[to] = (short) row[c][x];
                }
            }
            int[][] swap = above;
            above = row;
            row = swap;
        }
    }

    /** A row of all components, sample by sample: a run is one of all of them (T.87 B.2.2). */
    private void decodeTogether(int[][] above, int[][] row) throws DicomException {
        int count = row.length;
        int[] gradients = new int[count];
        int x = 1;
        while (x <= columns) {
            boolean flat = true;
            for (int c = 0; c < count; c++) {
                gradients[c] = gradient(above[c], row[c], x);
                flat &= gradients[c] == 0;
            }
            if (flat) {
                x = decodeRunTogether(above, row, x);
                continue;
            }
            for (int c = 0; c < count; c++) {
                int predicted = JpegLsModel.predict(row[c][x - 1], above[c][x], above[c][x - 1]);
                row[c][x] = decodeRegular(gradients[c], predicted);
            }
            x++;
        }
    }

    private int decodeRunTogether(int[][] above, int[][] row, int start) throws DicomException {
        int end = runEnd(start);
        for (int[] line : row) {
            java.util.Arrays.fill(line, start, end, line[start - 1]);
        }
        if (end > columns) {
            return end;
        }
        int order = JpegLsModel.RUN_ORDER[model.runIndex];
        for (int c = 0; c < row.length; c++) {
            int left = row[c][start - 1];
            int up = above[c][end];
            int error = decodeInterruptionError(0, order);
            row[c][end] = reconstruct(up, left > up ? -error : error);
        }
        if (model.runIndex > 0) {
            model.runIndex--;
        }
        return end + 1;
    }

    private int gradient(int[] above, int[] row, int x) {
        byte[] quantised = model.quantised;
        int zero = model.maximum;
        int left = row[x - 1];
        int up = above[x];
        int upLeft = above[x - 1];
        return quantised[above[x + 1] - up + zero] * 81
                + quantised[up - upLeft + zero] * 9
                + quantised[upLeft - left + zero];
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
        int end = runEnd(start);
        java.util.Arrays.fill(row, start, end, value);
        if (end > columns) {
            return end;
        }
        row[end] = decodeInterruption(value, above[end], JpegLsModel.RUN_ORDER[model.runIndex]);
        if (model.runIndex > 0) {
            model.runIndex--;
        }
        return end + 1;
    }

    /** Reads a run's length; gives the place after it, which is beyond the row when the run reaches its end. */
    private int runEnd(int start) throws DicomException {
        int x = start;
        while (in.get(1) == 1) {
            int length = 1 << JpegLsModel.RUN_ORDER[model.runIndex];
            int end = Math.min(x + length, columns + 1);
            boolean whole = end - x == length;
            x = end;
            if (whole && model.runIndex < 31) {
                model.runIndex++;
            }
            if (x > columns) {
                return x;
            }
        }
        int end = x + in.get(JpegLsModel.RUN_ORDER[model.runIndex]);
        if (end > columns) {
            throw corrupt("a run leaves its row");
        }
        return end;
    }

    private int decodeInterruption(int left, int up, int order) throws DicomException {
        int type = Math.abs(left - up) <= model.near ? 1 : 0;
        int error = decodeInterruptionError(type, order);
        if (type == 1) {
            return reconstruct(left, error);
        }
        return reconstruct(up, left > up ? -error : error);
    }

    private int decodeInterruptionError(int type, int order) throws DicomException {
        int k = model.golombInterruption(type);
        int mapped = readGolomb(k, model.limit - order - 1);
        int map = (mapped + type) & 1;
        int size = (mapped + type + map) >> 1;
        boolean mostlyNegative = 2 * model.negatives[type] >= model.interruptions(type);
        int error = (k != 0 || mostlyNegative) == (map == 1) ? -size : size;
        model.learnInterruption(type, error, mapped);
        return error;
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
