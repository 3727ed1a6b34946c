/** File-sets on media: the DICOMDIR and the files it names (PS3.10 8, PS3.3 annex F). */
@NullMarked
package org.farfield.dicom.media;

import org.jspecify.annotations.NullMarked;
