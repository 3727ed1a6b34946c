/** A scanner twin among a hospital's systems: worklist, performed procedure steps, storage and storage commitment. */
package org.farfield.launcher.hospital;
