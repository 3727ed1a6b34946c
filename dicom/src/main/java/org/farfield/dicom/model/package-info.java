/** What the models of data sets in JSON (PS3.18 annex F) and XML (PS3.19 annex A) have in common. */
@NullMarked
package org.farfield.dicom.model;

import org.jspecify.annotations.NullMarked;
