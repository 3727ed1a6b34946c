/** The DICOM JSON model (PS3.18 annex F): data sets to text and back. */
@NullMarked
package org.farfield.dicom.json;

import org.jspecify.annotations.NullMarked;
