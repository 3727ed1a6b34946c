package org.farfield.remote.protocol.identity;

import java.security.cert.X509Certificate;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.RefusalReason;

/** What came of a participant's {@link org.farfield.remote.protocol.message.Hello}. */
public sealed interface Authentication {
    /**
     * He is who he says.
     *
     * @param operator operator id
     * @param role what he asked to be, which his certificate covers
     * @param certificate holds the key that his commands must be signed with
     */
    record Admitted(String operator, Role role, X509Certificate certificate) implements Authentication {}

    /** He is not let in; {@code text} names the cause for people. */
    record Denied(RefusalReason reason, String text) implements Authentication {}
}
