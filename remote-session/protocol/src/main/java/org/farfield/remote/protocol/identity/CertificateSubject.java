package org.farfield.remote.protocol.identity;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.farfield.remote.protocol.Role;

/**
 * Whom a certificate names: common name (CN) = id, organisational unit (OU) = what it is: the name of a {@link Role},
 * {@code GATEWAY} or {@code RELAY}. Immutable.
 *
 * @param id the operator id of a person, the name of a gateway or relay
 * @param unit the OU as written
 */
public record CertificateSubject(String id, String unit) {
    /** The OU of a gateway's certificate. */
    public static final String GATEWAY = "GATEWAY";

    /** The OU of a relay's certificate. */
    public static final String RELAY = "RELAY";

    /** Reads the subject; what is missing is empty. */
    public static CertificateSubject of(X509Certificate certificate) {
        String id = "";
        String unit = "";
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    id = part.getValue().toString();
                } else if (part.getType().equalsIgnoreCase("OU")) {
                    unit = part.getValue().toString();
                }
            }
        } catch (InvalidNameException e) {
            return new CertificateSubject("", ""); // names nobody, so nobody is let in by it
        }
        return new CertificateSubject(id, unit);
    }

    /** The role of a person; empty for a gateway, a relay or something else. */
    public Optional<Role> role() {
        for (Role role : Role.values()) {
            if (role.name().equals(unit)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether this is a gateway. */
    public boolean isGateway() {
        return unit.equals(GATEWAY);
    }

    /** Whether this is a relay. */
    public boolean isRelay() {
        return unit.equals(RELAY);
    }

    /** For messages: {@code gateway CN=g1}. */
    @Override
    public String toString() {
        return (unit.isEmpty() ? "holder" : unit.toLowerCase(Locale.ROOT).replace('_', ' ')) + " CN=" + id;
    }
}
