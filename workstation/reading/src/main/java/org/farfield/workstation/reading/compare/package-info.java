/** Two studies of one patient beside each other. */
package org.farfield.workstation.reading.compare;
