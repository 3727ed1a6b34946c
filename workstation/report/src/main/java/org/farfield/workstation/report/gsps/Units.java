package org.farfield.workstation.report.gsps;

/** What places of annotations count in (PS3.3 C.10.5.1.1). */
public enum Units {
    /** Columns and rows of the image from the corner of its first pixel, whose centre is at a half. */
    PIXEL,
    /** Shares of the displayed area as it is seen, from 0 at its upper left corner to 1. */
    DISPLAY
}
