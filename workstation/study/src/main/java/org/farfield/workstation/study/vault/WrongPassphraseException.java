package org.farfield.workstation.study.vault;

import java.io.IOException;

/** The passphrase does not open the key: it is another one, or the key was changed. */
public final class WrongPassphraseException extends IOException {
    private static final long serialVersionUID = 1;

    WrongPassphraseException(Throwable cause) {
        super("this is not the passphrase of the store", cause);
    }
}
