package org.farfield.workstation.report;

import org.farfield.workstation.report.sr.InstanceRef;

/**
 * An image that shows what a report says.
 *
 * @param picture the instance that holds it, marks and all
 * @param caption what it shows, or ""
 */
public record KeyImage(InstanceRef picture, String caption) {
    /** With other words. */
    public KeyImage captioned(String words) {
        return new KeyImage(picture, words);
    }
}
