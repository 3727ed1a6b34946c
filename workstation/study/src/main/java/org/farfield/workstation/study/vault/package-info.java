/** Encryption at rest: a folder whose files are enciphered, seen as a file system of its own that deciphers them. */
@NullMarked
package org.farfield.workstation.study.vault;

import org.jspecify.annotations.NullMarked;
