/** Grayscale Softcopy Presentation States (PS3.3 A.33.1, PS3.4 Annex N): how images are to be shown, without them. */
package org.farfield.workstation.report.gsps;
