package org.farfield.remote.twin.phantom;

/** A solid cut by one axial plane: for every y the interval of x that lies inside. */
public interface CrossSection {
    double yMin();

    double yMax();

    /**
     * Writes the interval of x (low, high) on the line at y and answers true, or answers false when the line misses.
     */
    boolean chord(double y, double[] lowHigh);
}
