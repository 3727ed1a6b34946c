package org.farfield.remote.twin.phantom;

import java.util.BitSet;
import java.util.List;
import org.farfield.remote.twin.xray.Tissue;

/** Where a phantom is aerated lung, on a grid of 2.5 mm: for growing branches into it. Immutable. */
final class AeratedLung {
    private static final double STEP_MM = 2.5;
    private static final PlaneGrid GRID = new PlaneGrid(128, STEP_MM);
    private static final double LOWEST_MM = -180;
    private static final int PLANES = 140;

    private final BitSet lung;

    private AeratedLung(BitSet lung) {
        this.lung = lung;
    }

    /** Looks at the parts painted so far. Lung is what weighs between a twentieth and three tenths as much as water. */
    static AeratedLung of(List<Part> parts) {
        Phantom phantom = new Phantom("", parts, List.of());
        PlanePainter painter = new PlanePainter(phantom, Tissue::density, GRID);
        int n = GRID.size();
        float[] plane = new float[n * n];
        BitSet lung = new BitSet(PLANES * n * n);
        for (int k = 0; k < PLANES; k++) {
            painter.plane(LOWEST_MM + k * STEP_MM, 0).paint(plane, n, 0, 0, n);
            for (int i = 0; i < n * n; i++) {
                lung.set(k * n * n + i, plane[i] > 0.05 && plane[i] < 0.3);
            }
        }
        return new AeratedLung(lung);
    }

    boolean contains(Point p) {
        int n = GRID.size();
        long column = Math.round(GRID.index(p.x()));
        long row = Math.round(GRID.index(p.y()));
        long plane = Math.round((p.z() - LOWEST_MM) / STEP_MM);
        return column >= 0
                && column < n
                && row >= 0
                && row < n
                && plane >= 0
                && plane < PLANES
                && lung.get((int) ((plane * n + row) * n + column));
    }
}
