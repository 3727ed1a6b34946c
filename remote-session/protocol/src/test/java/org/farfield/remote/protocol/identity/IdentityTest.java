package org.farfield.remote.protocol.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.Challenge;
import org.farfield.remote.protocol.message.Hello;
import org.farfield.remote.protocol.message.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final TestSite SITE = new TestSite(NOW.minus(Duration.ofDays(60)));
    private static final TestSite OTHER = new TestSite(NOW.minus(Duration.ofDays(60)));
    private static final Identity ANNA = SITE.issue("anna", Role.REMOTE_OPERATOR.name(), Duration.ofDays(90));

    private final CertificateCheck check = new CertificateCheck(ANNA.authority(), InstantSource.fixed(NOW));
    private final ParticipantAuthentication authentication = new ParticipantAuthentication(check);
    private final Challenge challenge = authentication.challenge(7, "ct1");

    @Test
    void firstRunMakesEverybodyAndTheSecondKeepsThem(@TempDir Path folder) throws Exception {
        DemoIdentities.ensure(folder.resolve("ids"));
        Path ids = folder.resolve("ids");
        List<Identity> first = load(ids);
        DemoIdentities.ensure(ids);
        assertEquals(first, load(ids));
        assertEquals("gateway CN=gateway", first.get(0).subject().toString());
        assertEquals(Role.LOCAL_OPERATOR, first.get(2).subject().role().orElseThrow());
        for (Identity identity : first) {
            new CertificateCheck(identity.authority(), InstantSource.system()).check(identity.certificate());
        }
    }

    private static List<Identity> load(Path folder) throws IOException {
        List<Identity> loaded = new java.util.ArrayList<>();
        for (CertificateSubject party : DemoIdentities.PARTIES) {
            loaded.add(DemoIdentities.load(folder, party.id()));
        }
        return loaded;
    }

    @Test
    void onlyTheOwnerCanReadKeys(@TempDir Path folder) throws Exception {
        Path ids = folder.resolve("ids");
        DemoIdentities.ensure(ids);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ids)));
        for (String name : List.of("ca-key.pem", "gateway-key.pem", "local-key.pem")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ids.resolve(name))));
        }
    }

    @Test
    void whatCannotBeReadNamesTheFile(@TempDir Path folder) throws Exception {
        DemoIdentities.ensure(folder);
        Files.writeString(folder.resolve("remote.pem"), "-----BEGIN CERTIFICATE-----\nrubbish\n");
        assertTrue(failure(folder, "remote").contains("remote.pem: no X.509 certificate"), failure(folder, "remote"));
        Files.writeString(folder.resolve("local-key.pem"), "rubbish");
        assertTrue(failure(folder, "local").contains("local-key.pem: no PKCS#8 key"));
        assertTrue(failure(folder, "nobody").contains("nobody-key.pem: there is no such file"));
        assertThrows(IllegalArgumentException.class, () -> DemoIdentities.load(folder, "../gateway"));
    }

    private static String failure(Path folder, String name) {
        return String.valueOf(assertThrows(IOException.class, () -> DemoIdentities.load(folder, name))
                .getMessage());
    }

    @Test
    void certificatesAreRefusedByNameAndCause() throws Exception {
        check.check(ANNA.certificate());
        refused(
                SITE.issue("otto", "OBSERVER", Duration.ofDays(30)),
                CertificateFault.Reason.EXPIRED,
                "certificate of observer CN=otto expired on 2026-10-23T08:00:00Z");
        refused(
                new TestSite(NOW.plusSeconds(60)).issue("otto", "OBSERVER", Duration.ofDays(30)),
                CertificateFault.Reason.NOT_YET_VALID,
                "certificate of observer CN=otto is not valid before 2026-11-22T08:01:00Z");
        refused(
                OTHER.issue("otto", "OBSERVER", Duration.ofDays(90)),
                CertificateFault.Reason.FOREIGN,
                "certificate of observer CN=otto was issued by CN=Test authority,O=Farfield, which is not");
        CertificateFault garbage = assertThrows(CertificateFault.class, () -> check.check(new byte[] {1, 2, 3}));
        assertEquals(CertificateFault.Reason.UNREADABLE, garbage.reason());
    }

    private void refused(Identity whose, CertificateFault.Reason reason, String text) {
        CertificateFault fault = assertThrows(CertificateFault.class, () -> check.check(whose.certificate()));
        assertEquals(reason, fault.reason());
        assertTrue(String.valueOf(fault.getMessage()).startsWith(text), fault.getMessage());
    }

    @Test
    void theRightAnswerIsAdmittedInTheRoleAskedFor() {
        Hello hello = ParticipantAuthentication.answer(challenge, ANNA, Role.CONSULTANT);
        Authentication result = authentication.verify(challenge, hello);
        assertEquals(new Authentication.Admitted("anna", Role.CONSULTANT, ANNA.certificate()), result);
    }

    @Test
    void aHigherRoleThanTheCertificateSaysIsDenied() {
        denied(
                challenge,
                ParticipantAuthentication.answer(challenge, ANNA, Role.LOCAL_OPERATOR),
                RefusalReason.ROLE_NOT_COVERED);
    }

    @Test
    void anAnswerFitsOneChallengeOnly() {
        Hello hello = ParticipantAuthentication.answer(challenge, ANNA, Role.OBSERVER);
        denied(authentication.challenge(7, "ct1"), hello, RefusalReason.BAD_SIGNATURE);
        denied(new Challenge(challenge.nonce(), 8, "ct1"), hello, RefusalReason.BAD_SIGNATURE);
        denied(new Challenge(challenge.nonce(), 7, "ct2"), hello, RefusalReason.BAD_SIGNATURE);
    }

    @Test
    void aStolenAnswerWithAnotherRoleOrNameIsDenied() throws Exception {
        Hello hello = ParticipantAuthentication.answer(challenge, ANNA, Role.OBSERVER);
        denied(
                challenge,
                new Hello("anna", Role.REMOTE_OPERATOR, hello.certificate(), hello.signature()),
                RefusalReason.BAD_SIGNATURE);
        denied(
                challenge,
                new Hello("otto", Role.OBSERVER, hello.certificate(), hello.signature()),
                RefusalReason.WRONG_OPERATOR);
        Identity otto = SITE.issue("otto", "OBSERVER", Duration.ofDays(90));
        denied(
                challenge,
                new Hello("otto", Role.OBSERVER, otto.certificate().getEncoded(), hello.signature()),
                RefusalReason.BAD_SIGNATURE);
    }

    @Test
    void foreignExpiredAndRolelessCertificatesAreDenied() throws Exception {
        deniedAs(OTHER.issue("eve", "LOCAL_OPERATOR", Duration.ofDays(90)), RefusalReason.FOREIGN_CERTIFICATE);
        deniedAs(SITE.issue("old", "LOCAL_OPERATOR", Duration.ofDays(30)), RefusalReason.EXPIRED_CERTIFICATE);
        deniedAs(SITE.issue("r1", CertificateSubject.RELAY, Duration.ofDays(90)), RefusalReason.ROLE_NOT_COVERED);
        denied(
                challenge,
                new Hello("x", Role.OBSERVER, new byte[] {0x30, 0}, new byte[0]),
                RefusalReason.FOREIGN_CERTIFICATE);
    }

    private void deniedAs(Identity who, RefusalReason reason) {
        denied(challenge, ParticipantAuthentication.answer(challenge, who, Role.OBSERVER), reason);
    }

    private void denied(Challenge to, Hello hello, RefusalReason reason) {
        Authentication.Denied denied = assertInstanceOf(Authentication.Denied.class, authentication.verify(to, hello));
        assertEquals(reason, denied.reason());
        assertFalse(denied.text().isBlank());
    }
}
