package org.farfield.remote.twin.recon;

/**
 * The parallel beam that the scanner's fan is rebinned to: views at {@code k * pi / views}, detector cells
 * {@code cellMm} apart with the axis of rotation in their middle. A ray of view angle t and offset s is the line x cos
 * t + y sin t = s, mm in patient space.
 */
public record ParallelBeam(int views, int cells, double cellMm) {
    /** 720 views of 736 cells of 0.68 mm: a scan field of 500 mm. */
    public static final ParallelBeam STANDARD = new ParallelBeam(720, 736, 0.68);

    /** The same field seen by every other view with cells twice as wide. */
    ParallelBeam halved() {
        return new ParallelBeam(views / 2, cells / 2, 2 * cellMm);
    }

    public double angle(int view) {
        return view * Math.PI / views;
    }

    public double fieldMm() {
        return cells * cellMm;
    }

    /** The cell, whole at a cell's centre, that sees the ray at offset s. */
    public double cell(double s) {
        return s / cellMm + (cells - 1) / 2.0;
    }

    public double offset(double cell) {
        return (cell - (cells - 1) / 2.0) * cellMm;
    }

    /** Whether the view runs nearer to y than to x, so that an image row meets it in steps of one pixel. */
    boolean steep(int view) {
        return Math.abs(Math.cos(angle(view))) >= Math.abs(Math.sin(angle(view)));
    }
}
