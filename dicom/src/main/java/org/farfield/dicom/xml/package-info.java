/** The native DICOM model in XML (PS3.19 A.1). */
@NullMarked
package org.farfield.dicom.xml;

import org.jspecify.annotations.NullMarked;
