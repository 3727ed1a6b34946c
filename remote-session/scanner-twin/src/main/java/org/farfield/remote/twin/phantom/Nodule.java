package org.farfield.remote.twin.phantom;

import org.farfield.remote.twin.xray.Tissue;

/** A lung nodule of known place (mm, LPS), diameter and tissue: the truth a reader or a tool is measured against. */
public record Nodule(String name, Point center, double diameterMm, Tissue tissue) {}
