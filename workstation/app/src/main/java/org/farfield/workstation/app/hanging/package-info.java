/** Hanging protocols: choosing, remembering and editing them. */
package org.farfield.workstation.app.hanging;
