/** A computed tomography scanner that exists as physics and behaviour only. */
package org.farfield.remote.twin;
