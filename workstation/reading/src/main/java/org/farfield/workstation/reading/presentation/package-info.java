/** How images are shown and which of them matter, kept in the study: key objects and presentation states. */
package org.farfield.workstation.reading.presentation;
