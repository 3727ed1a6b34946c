/** De-identification by the Basic Application Level Confidentiality Profile and its options (PS3.15 annex E). */
@NullMarked
package org.farfield.dicom.deidentification;

import org.jspecify.annotations.NullMarked;
