/** The scanner measured as a physicist measures it: noise, resolution, uniformity, slice thickness, places. */
package org.farfield.remote.twin.quality;
