package org.farfield.remote.twin.recon;

import org.farfield.remote.twin.phantom.PlanePainter;

/**
 * A painted plane, by rows and by columns, with the band of each row and column that holds anything. One owner at a
 * time; painted anew for each plane.
 */
public final class Canvas {
    private final int size;
    private final int stride;
    private final float[] rows;
    private final float[] columns;
    private final Bands rowBands;
    private final Bands columnBands;

    public Canvas(int size) {
        this.size = size;
        this.stride = size + 2 * PlaneProjector.MARGIN;
        this.rows = new float[size * stride];
        this.columns = new float[size * stride];
        this.rowBands = new Bands(size);
        this.columnBands = new Bands(size);
    }

    /** Paints the layer at z with all hands of the crew. */
    public void paint(PlanePainter painter, double z, double thicknessMm, Crew crew) {
        PlanePainter.Plane plane = painter.plane(z, thicknessMm);
        int hands = crew.threads();
        // Rows are dealt out in turn: those through the body cost more than those through air.
        crew.share(hands, (from, to) -> {
            for (int hand = from; hand < to; hand++) {
                for (int row = hand; row < size; row += hands) {
                    plane.paint(rows, stride, PlaneProjector.MARGIN, row, row + 1);
                }
            }
        });
        transpose(crew);
        rowBands.find(rows, stride, crew);
        columnBands.find(columns, stride, crew);
    }

    float[] rows() {
        return rows;
    }

    float[] columns() {
        return columns;
    }

    Bands rowBands() {
        return rowBands;
    }

    Bands columnBands() {
        return columnBands;
    }

    private void transpose(Crew crew) {
        int block = 32;
        int m = PlaneProjector.MARGIN;
        crew.share((size + block - 1) / block, (from, to) -> {
            for (int c0 = from * block; c0 < Math.min(size, to * block); c0 += block) {
                for (int r0 = 0; r0 < size; r0 += block) {
                    for (int c = c0; c < Math.min(size, c0 + block); c++) {
                        for (int r = r0; r < Math.min(size, r0 + block); r++) {
                            columns[c * stride + m + r] = rows[r * stride + m + c];
                        }
                    }
                }
            }
        });
    }
}
