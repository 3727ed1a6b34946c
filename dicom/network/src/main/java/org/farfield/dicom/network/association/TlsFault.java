package org.farfield.dicom.network.association;

import io.netty.handler.codec.DecoderException;
import javax.net.ssl.SSLException;
import org.farfield.dicom.network.association.AssociationException.Kind;

/** What went wrong with TLS, in words for a user. */
final class TlsFault {
    private TlsFault() {}

    static boolean isTls(Throwable fault) {
        return fault instanceof SSLException
                || (fault instanceof DecoderException && fault.getCause() != null && isTls(fault.getCause()));
    }

    static AssociationException of(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        AssociationException named =
                new AssociationException(Kind.TLS, "no secure connection: " + deepest.getMessage());
        named.initCause(fault);
        return named;
    }
}
