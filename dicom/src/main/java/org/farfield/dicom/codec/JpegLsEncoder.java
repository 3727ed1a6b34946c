package org.farfield.dicom.codec;

/** Encodes one frame without loss: T.87 annex A, a scan for each component, NEAR = 0, default parameters. One use. */
final class JpegLsEncoder {
    private final int columns;
    private final int rows;
    private final int bits;
    private final int components;
    private final JpegLsModel model;
    private final JpegLsBitWriter out;

    JpegLsEncoder(int columns, int rows, int bits, int components) {
        this.columns = columns;
        this.rows = rows;
        this.bits = bits;
        this.components = components;
        this.model = JpegLsModel.of((1 << bits) - 1, 0);
        this.out = new JpegLsBitWriter(columns * rows * components + 1024);
    }

    /** The complete stream, SOI to EOI, of samples, colour by pixel, that are masked to the precision. */
    byte[] encode(short[] pixels) {
        writeHeader();
        for (int component = 0; component < components; component++) {
            writeScanHeader(component);
            model.restart();
            encodeScan(pixels, component);
        }
        out.write16(0xFFD9);
        return out.toByteArray();
    }

    private void encodeScan(short[] pixels, int component) {
        int mask = model.maximum;
        int longestRow = columns * (model.limit / 7 + 1) + 64;
        int[] above = new int[columns + 2];
        int[] row = new int[columns + 2];
        for (int y = 0; y < rows; y++) {
            out.reserve(longestRow);
            int from = y * columns * components + component;
            for (int x = 0; x < columns; x++, from += components) {
                row[x + 1] = pixels[from] & mask;
            }
            above[columns + 1] = above[columns];
            row[0] = above[1];
            encodeRow(above, row);
            int[] swap = above;
            above = row;
            row = swap;
        }
        out.reserve(64);
        out.flush();
    }

    private void writeHeader() {
        out.write16(0xFFD8);
        out.write16(0xFFF7);
        out.write16(8 + 3 * components);
        out.writeByte(bits);
        out.write16(rows);
        out.write16(columns);
        out.writeByte(components);
        for (int component = 1; component <= components; component++) {
            out.writeByte(component);
            out.writeByte(0x11);
            out.writeByte(0);
        }
    }

    private void writeScanHeader(int component) {
        out.write16(0xFFDA);
        out.write16(8);
        out.writeByte(1);
        out.writeByte(component + 1);
        out.write16(0);
        out.write16(0);
    }

    private void encodeRow(int[] above, int[] row) {
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
                encodeRegular(gradient, JpegLsModel.predict(left, up, upLeft), row[x]);
                x++;
            } else {
                x = encodeRun(above, row, x);
            }
        }
    }

    private void encodeRegular(int gradient, int predicted, int sample) {
        int sign = gradient >> 31 | 1;
        int at = 4 * gradient * sign;
        int[] state = model.state;
        int corrected = predicted + sign * state[at + JpegLsModel.CORRECTION];
        int prediction = Math.max(0, Math.min(model.maximum, corrected));
        int error = modulo(sign * (sample - prediction));
        int k = model.golomb(at);
        boolean swapped = k == 0 && 2 * state[at + JpegLsModel.BIAS] <= -state[at + JpegLsModel.COUNT];
        int folded = swapped ? ~error : error;
        writeGolomb(folded << 1 ^ folded >> 31, k, model.limit);
        model.learn(at, error);
    }

    private int encodeRun(int[] above, int[] row, int start) {
        int value = row[start - 1];
        int x = start;
        while (x <= columns && row[x] == value) {
            x++;
        }
        int length = x - start;
        while (length >= 1 << JpegLsModel.RUN_ORDER[model.runIndex]) {
            out.put(1, 1);
            length -= 1 << JpegLsModel.RUN_ORDER[model.runIndex];
            if (model.runIndex < 31) {
                model.runIndex++;
            }
        }
        if (x > columns) {
            if (length > 0) {
                out.put(1, 1);
            }
            return x;
        }
        int order = JpegLsModel.RUN_ORDER[model.runIndex];
        out.put(length, order + 1);
        encodeInterruption(value, above[x], row[x], order);
        if (model.runIndex > 0) {
            model.runIndex--;
        }
        return x + 1;
    }

    private void encodeInterruption(int left, int up, int sample, int order) {
        int type = left == up ? 1 : 0;
        int error = sample - up;
        error = modulo(type == 0 && left > up ? -error : error);
        int k = model.golombInterruption(type);
        int negatives = model.negatives[type];
        int n = model.interruptions(type);
        boolean map = (k == 0 && error > 0 && 2 * negatives < n) || (error < 0 && (k != 0 || 2 * negatives >= n));
        int mapped = 2 * Math.abs(error) - type - (map ? 1 : 0);
        writeGolomb(mapped, k, model.limit - order - 1);
        model.learnInterruption(type, error, mapped);
    }

    /** The error in -range/2 .. range/2 - 1 that leads to the same sample. */
    private int modulo(int error) {
        int e = error + (model.range & error >> 31);
        return e - (model.range & (((model.range + 1) >> 1) - 1 - e) >> 31);
    }

    private void writeGolomb(int mapped, int k, int limit) {
        int high = mapped >> k;
        int longest = limit - model.rangeBits - 1;
        if (high >= longest) {
            out.zeros(longest);
            out.put(1, 1);
            out.put(mapped - 1, model.rangeBits);
            return;
        }
        int low = (1 << k) | (mapped & ((1 << k) - 1));
        if (high + 1 + k <= JpegLsBitWriter.MOST) {
            out.put(low, high + 1 + k);
        } else {
            out.zeros(high);
            out.put(low, 1 + k);
        }
    }
}
