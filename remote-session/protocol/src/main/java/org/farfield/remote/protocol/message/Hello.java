package org.farfield.remote.protocol.message;

import java.util.Arrays;
import org.farfield.remote.protocol.Role;

/**
 * A participant's answer to a {@link Challenge}: who he is and as what he wants to join, proved by his certificate's
 * key. A relay passes it on unread.
 *
 * @param operator operator id = CN of the certificate
 * @param role the role asked for: at most the certificate's
 * @param certificate X.509 DER, issued directly by the site's authority
 * @param signature SHA256withECDSA over nonce, session epoch, scanner id, operator and role
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record Hello(String operator, Role role, byte[] certificate, byte[] signature) implements Message {
    @Override
    public boolean equals(Object other) {
        return other instanceof Hello o
                && operator.equals(o.operator)
                && role == o.role
                && Arrays.equals(certificate, o.certificate)
                && Arrays.equals(signature, o.signature);
    }

    @Override
    public int hashCode() {
        return operator.hashCode() * 31 + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "Hello[" + operator + " as " + role + "]";
    }
}
