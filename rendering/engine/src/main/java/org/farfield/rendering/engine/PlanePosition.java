package org.farfield.rendering.engine;

/**
 * A point of the patient seen on a picture.
 *
 * @param px pixel column, whole numbers are pixel centres
 * @param py pixel row
 * @param depthMm distance from the plane, positive away from the viewer
 */
public record PlanePosition(double px, double py, double depthMm) {}
