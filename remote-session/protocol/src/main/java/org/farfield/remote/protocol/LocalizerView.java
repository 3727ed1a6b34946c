package org.farfield.remote.protocol;

/** From where a localizer is taken; without meaning for a helical plan. On the wire: the ordinal. */
public enum LocalizerView {
    /** The beam runs from anterior to posterior: a coronal picture. */
    AP,
    /** The beam runs from side to side: a sagittal picture. */
    LATERAL
}
