/** Structured documents of DICOM (PS3.3 C.17, PS3.16): content items, coded concepts, whole instances. */
package org.farfield.workstation.report.sr;
