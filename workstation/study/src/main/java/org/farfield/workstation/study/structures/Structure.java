package org.farfield.workstation.study.structures;

/**
 * One delineated thing: a segment (PS3.3 C.8.20.4) or a region of interest (C.8.8.5).
 *
 * @param number its own within its object; its voxels hold this value
 * @param label what it is called
 * @param rgb 0xRRGGBB, as the object recommends or by its number
 * @param volumeMm3 of its voxels
 */
public record Structure(int number, String label, int rgb, double volumeMm3) {}
