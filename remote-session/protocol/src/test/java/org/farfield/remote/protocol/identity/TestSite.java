package org.farfield.remote.protocol.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.farfield.remote.protocol.Role;

/** A site with its own authority, in memory, for tests. */
public final class TestSite {
    private final CertificateIssuer issuer;
    private final Instant from;

    /** An authority whose certificates begin at {@code from}. */
    public TestSite(Instant from) {
        this.from = from;
        try {
            this.issuer = CertificateIssuer.create("Test authority", from, Duration.ofDays(3650));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A site whose certificates began an hour ago. */
    public static TestSite now() {
        return new TestSite(Instant.now().minus(Duration.ofHours(1)));
    }

    public Identity gateway() {
        return issue("g1", CertificateSubject.GATEWAY, Duration.ofDays(30));
    }

    public Identity relay() {
        return issue("r1", CertificateSubject.RELAY, Duration.ofDays(30));
    }

    public Identity person(String operator, Role role) {
        return issue(operator, role.name(), Duration.ofDays(30));
    }

    public Identity issue(String id, String unit, Duration validity) {
        try {
            return issuer.issue(new CertificateSubject(id, unit), from, validity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
