/** Structures that others delineated, segmentations and structure sets, as label maps in the patient. */
@org.jspecify.annotations.NullMarked
package org.farfield.workstation.study.structures;
