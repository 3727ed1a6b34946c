/** The second series beside the one that is read. */
package org.farfield.workstation.app.compare;
