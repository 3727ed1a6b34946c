/** From a painted plane to a picture: projection, quantum noise, filtered back-projection. */
package org.farfield.remote.twin.recon;
