package org.farfield.dicom.codec.jpeg2000;

/** Whole numbers and the 5/3 filter. One thread. */
final class ReversiblePlane implements WaveletPlane {
    private final int[][] rows;
    private final ReversibleSynthesis synthesis;

    ReversiblePlane(Area area) {
        rows = new int[area.height()][area.width()];
        synthesis = new ReversibleSynthesis(area.width());
    }

    @Override
    public void put(Band band, CodeBlock block, int[] values, float step) {
        int left = band.column() + block.x;
        int top = band.row() + block.y;
        for (int y = 0; y < block.height; y++) {
            int[] row = rows[top + y];
            for (int x = 0, from = 4 * (y >> 2) * block.width + (y & 3); x < block.width; x++, from += 4) {
                int value = values[from];
                int sign = value >> 31;
                row[left + x] = ((value & Integer.MAX_VALUE) >> 1 ^ sign) - sign;
            }
        }
    }

    @Override
    public void raise(Area resolution) {
        synthesis.raise(rows, resolution);
    }

    @Override
    public int[][] samples() {
        return rows;
    }

    /** Undoes the reversible component transform (T.800 G.2.2): luma and two differences become red, green, blue. */
    static void toColour(ReversiblePlane first, ReversiblePlane second, ReversiblePlane third) {
        for (int y = 0; y < first.rows.length; y++) {
            int[] a = first.rows[y];
            int[] b = second.rows[y];
            int[] c = third.rows[y];
            for (int x = 0; x < a.length; x++) {
                int green = a[x] - ((b[x] + c[x]) >> 2);
                a[x] = c[x] + green;
                c[x] = b[x] + green;
                b[x] = green;
            }
        }
    }
}
