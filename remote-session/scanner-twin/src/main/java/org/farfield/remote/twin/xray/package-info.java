/** The beam, what tissues do to it, and the noise of counting quanta. */
package org.farfield.remote.twin.xray;
