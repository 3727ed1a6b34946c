package org.farfield.remote.client;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** This participant could not join; the message names the peer and the cause and is meant for people. */
public final class SessionException extends IOException {
    private static final long serialVersionUID = 1L;

    SessionException(String message) {
        super(message);
    }

    /** What a failed stage says, without the wrapping. */
    static String line(@Nullable Throwable fault) {
        Throwable deepest = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        String message = deepest == null ? null : deepest.getMessage();
        return message == null ? String.valueOf(deepest) : message;
    }
}
