/** The patient: solids in patient space, painted in order. */
package org.farfield.remote.twin.phantom;
