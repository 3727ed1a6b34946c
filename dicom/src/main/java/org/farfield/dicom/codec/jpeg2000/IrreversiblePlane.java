package org.farfield.dicom.codec.jpeg2000;

/** Single precision and the 9/7 filter. One thread. */
final class IrreversiblePlane implements WaveletPlane {
    private final float[][] rows;
    private final IrreversibleSynthesis synthesis;

    IrreversiblePlane(Area area) {
        rows = new float[area.height()][area.width()];
        synthesis = new IrreversibleSynthesis(area.width());
    }

    @Override
    public void put(Band band, CodeBlock block, int[] values, float step) {
        int left = band.column() + block.x;
        int top = band.row() + block.y;
        float half = 0.5f * step;
        for (int y = 0; y < block.height; y++) {
            float[] row = rows[top + y];
            for (int x = 0, from = 4 * (y >> 2) * block.width + (y & 3); x < block.width; x++, from += 4) {
                int value = values[from];
                int sign = value >> 31;
                row[left + x] = half * (((value & Integer.MAX_VALUE) ^ sign) - sign);
            }
        }
    }

    @Override
    public void raise(Area resolution) {
        synthesis.raise(rows, resolution);
    }

    @Override
    public int[][] samples() {
        int[][] samples = new int[rows.length][];
        for (int y = 0; y < rows.length; y++) {
            float[] from = rows[y];
            int[] to = new int[from.length];
            for (int x = 0; x < to.length; x++) {
                to[x] = (int) Math.floor(from[x] + 0.5f);
            }
            samples[y] = to;
        }
        return samples;
    }

    /** Undoes the irreversible component transform (T.800 G.3.2): luma and chroma become red, green, blue. */
    static void toColour(IrreversiblePlane first, IrreversiblePlane second, IrreversiblePlane third) {
        for (int y = 0; y < first.rows.length; y++) {
            float[] a = first.rows[y];
            float[] b = second.rows[y];
            float[] c = third.rows[y];
            for (int x = 0; x < a.length; x++) {
                float luma = a[x];
                float blue = b[x];
                float red = c[x];
                a[x] = luma + 1.402f * red;
                b[x] = luma - 0.344136f * blue - 0.714136f * red;
                c[x] = luma + 1.772f * blue;
            }
        }
    }
}
