/** Structures that others delineated, over the planes. */
package org.farfield.workstation.reading.structures;
