/** How a series is hung when it is opened. */
package org.farfield.workstation.reading.hanging;
