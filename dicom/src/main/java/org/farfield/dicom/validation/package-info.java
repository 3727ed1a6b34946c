/** Whether objects keep to the standard: contents of value representations, multiplicities, required elements. */
@NullMarked
package org.farfield.dicom.validation;

import org.jspecify.annotations.NullMarked;
