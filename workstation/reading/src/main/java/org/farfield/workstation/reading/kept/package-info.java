/** What a reader leaves in a study: measurements, key images, as instances of their own; and what others left there. */
package org.farfield.workstation.reading.kept;
