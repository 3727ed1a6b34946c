package org.farfield.remote.protocol.transport;

import java.net.ConnectException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.farfield.remote.protocol.identity.CertificateFault;
import org.farfield.remote.protocol.message.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Finds in a chain of exceptions what a person can use. */
final class Causes {
    private Causes() {}

    static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 16; depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }

    /** One line that says why a peer could not be served. */
    static String text(Throwable failure) {
        CertificateFault fault = find(failure, CertificateFault.class);
        if (fault != null) {
            return String.valueOf(fault.getMessage());
        }
        ProtocolException protocol = find(failure, ProtocolException.class);
        if (protocol != null) {
            return String.valueOf(protocol.getMessage());
        }
        SSLException tls = find(failure, SSLException.class);
        if (tls != null) {
            return "TLS: " + tls.getMessage();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    static boolean refused(@Nullable Throwable failure) {
        return find(failure, ConnectException.class) != null;
    }

    /** Whether TLS ended because the other side did not like this side's certificate. */
    static boolean certificateAlert(@Nullable Throwable failure) {
        SSLException tls = find(failure, SSLException.class);
        String message = tls == null ? null : tls.getMessage();
        if (message == null) {
            return false;
        }
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("alert") && (lower.contains("certificate") || lower.contains("unknown_ca"));
    }
}
