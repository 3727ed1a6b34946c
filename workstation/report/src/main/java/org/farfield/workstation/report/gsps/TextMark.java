package org.farfield.workstation.report.gsps;

import java.util.Optional;

/**
 * An item of Text Object Sequence (PS3.3 C.10.5): words in a box, at a point, or both.
 *
 * @param text lines end with CR LF
 * @param anchored whether a line leads from the box to the anchor
 */
public record TextMark(String text, Optional<Box> box, Optional<Anchor> anchor, boolean anchored) {

    /** Upper left and lower right corner. */
    public record Box(Units units, double left, double top, double right, double bottom) {}

    /** What the words belong to. */
    public record Anchor(Units units, double x, double y) {}
}
