/** Frames as they are meant to be seen: value transforms, colour, overlays, to 8 bits a channel. */
@NullMarked
package org.farfield.dicom.picture;

import org.jspecify.annotations.NullMarked;
