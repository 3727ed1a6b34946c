package org.farfield.remote.protocol.identity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.farfield.remote.protocol.Role;

/**
 * An authority and certificates of its own for trying the product on one machine, made on first run. A hospital issues
 * its own instead; the files look the same ({@link IdentityFiles}). Several processes may call it at once.
 *
 * <p>Parties: {@code gateway}, {@code relay}, {@code local} (local operator), {@code remote} (remote operator),
 * {@code consultant}, {@code observer}; the party's name is also its id (CN).
 */
public final class DemoIdentities {
    /** The parties made on first run. */
    public static final List<CertificateSubject> PARTIES = List.of(
            new CertificateSubject("gateway", CertificateSubject.GATEWAY),
            new CertificateSubject("relay", CertificateSubject.RELAY),
            new CertificateSubject("local", Role.LOCAL_OPERATOR.name()),
            new CertificateSubject("remote", Role.REMOTE_OPERATOR.name()),
            new CertificateSubject("consultant", Role.CONSULTANT.name()),
            new CertificateSubject("observer", Role.OBSERVER.name()));

    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3650);
    private static final Duration PARTY_VALIDITY = Duration.ofDays(365);

    private DemoIdentities() {}

    /**
     * Makes what is missing in the folder, at the machine's clock; what is there stays as it is, even if expired.
     *
     * @throws IOException names the file and the cause
     */
    public static void ensure(Path folder) throws IOException {
        ensure(folder, PARTIES, InstantSource.system());
    }

    /** Makes what is missing for these parties; their ids become file names and must be lower-case words. */
    public static void ensure(Path folder, List<CertificateSubject> parties, InstantSource clock) throws IOException {
        IdentityFiles.makeFolder(folder);
        Instant from = clock.instant().minus(Duration.ofHours(1));
        synchronized (DemoIdentities.class) {
            try (FileChannel file =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock(); // until the file is closed: other processes wait here
                CertificateIssuer issuer = issuer(folder, from);
                for (CertificateSubject party : parties) {
                    if (!IdentityFiles.holds(folder, party.id())) {
                        Identity identity = issuer.issue(party, from, PARTY_VALIDITY);
                        IdentityFiles.write(folder, party.id(), identity.key(), identity.certificate());
                    }
                }
            }
        }
    }

    /** Reads one party's identity; the same as {@link IdentityFiles#load}. */
    public static Identity load(Path folder, String name) throws IOException {
        return IdentityFiles.load(folder, name);
    }

    private static CertificateIssuer issuer(Path folder, Instant from) throws IOException {
        if (!IdentityFiles.holds(folder, "ca")) {
            CertificateIssuer made = CertificateIssuer.create("Farfield demo authority", from, AUTHORITY_VALIDITY);
            IdentityFiles.write(folder, "ca", made.key(), made.certificate());
        }
        return new CertificateIssuer(
                IdentityFiles.key(folder.resolve("ca-key.pem")), IdentityFiles.certificate(folder.resolve("ca.pem")));
    }
}
