package org.farfield.remote.protocol;

/** The kind of a planned CT element. On the wire: the ordinal; constants are only ever appended. */
public enum PlanKind {
    /** A projection radiograph for planning (ImageType LOCALIZER): the tube stands still, the table moves. */
    LOCALIZER,
    /** A helical acquisition, reconstructed to axial slices. */
    HELICAL
}
