/** Key images, saved views and pictures to give away, in the workstation's window. */
package org.farfield.workstation.app.presentation;
