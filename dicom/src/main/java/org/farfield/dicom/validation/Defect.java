package org.farfield.dicom.validation;

import org.farfield.dicom.Tag;

/**
 * One thing that is wrong with an object.
 *
 * @param path the element, with the sequences and item numbers around it: "(0040,A730)[1] (0040,A043)"; "" for the file
 * @param tag the element's tag, 0 for the file
 * @param kind what kind of thing
 * @param text what is wrong, without any patient's name
 */
public record Defect(String path, int tag, Kind kind, String text) {
    /** Kinds of defects. */
    public enum Kind {
        /** The reader had to guess or to leave something out. */
        ENCODING,
        /** Another value representation than the standard's. */
        VR,
        /** A value that its representation does not allow. */
        VALUE,
        /** A wrong number of values. */
        MULTIPLICITY,
        /** A wrong UID. */
        UID,
        /** An element that the SOP class requires is missing. */
        MISSING,
        /** An element that the SOP class requires with a value has none. */
        EMPTY,
        /** Pixel data that does not fit its description. */
        PIXELS
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + " " + Tag.keyword(tag) + ": ") + kind + ": " + text;
    }
}
