package org.farfield.remote.protocol.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.TestSite;
import org.junit.jupiter.api.Test;

class CommandSignatureTest {
    private static final TestSite SITE = TestSite.now();
    private static final Identity ANNA = SITE.person("anna", Role.REMOTE_OPERATOR);

    private static final Command COMMAND = CommandSignature.sign(
            new Command(
                    7,
                    11,
                    3,
                    1_700_000_000_000L,
                    2000,
                    41,
                    5,
                    "anna",
                    "ct1",
                    "P-1",
                    "2.25.1",
                    new CommandPayload.EditPlan(ScanPlan.helical(-100, 100)),
                    new byte[0]),
            ANNA.key());

    @Test
    void theSignatureOfTheSenderVerifiesAndNoOther() {
        assertTrue(CommandSignature.verifies(COMMAND, ANNA.certificate().getPublicKey()));
        Identity otto = SITE.person("otto", Role.REMOTE_OPERATOR);
        assertFalse(CommandSignature.verifies(COMMAND, otto.certificate().getPublicKey()));
        assertTrue(COMMAND.signature().length <= Bounds.SIGNATURE);
    }

    @Test
    void aChangeOfAnyByteOnTheWireIsNoticed() {
        byte[] frame = MessageCodec.encode(COMMAND);
        for (int i = FrameHeader.BYTES; i < frame.length; i++) {
            byte[] changed = frame.clone();
            changed[i] ^= 0x01;
            try {
                Optional<Message> message = MessageCodec.decode(changed);
                Command command = (Command) message.orElseThrow();
                assertFalse(
                        CommandSignature.verifies(command, ANNA.certificate().getPublicKey()), "byte " + i);
            } catch (ProtocolException e) {
                assertTrue(e.getMessage() != null); // refused already as malformed: noticed too
            }
        }
    }

    @Test
    void aChangeOfAnyFieldIsNoticed() {
        var key = ANNA.certificate().getPublicKey();
        Command c = COMMAND;
        Command[] changed = {
            copy(8, 11, 3, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct1", "P-1", "2.25.1"),
            copy(7, 12, 3, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct1", "P-1", "2.25.1"),
            copy(7, 11, 4, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct1", "P-1", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis() + 1, 2000, 41, 5, "anna", "ct1", "P-1", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis(), 2001, 41, 5, "anna", "ct1", "P-1", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis(), 2000, 42, 5, "anna", "ct1", "P-1", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis(), 2000, 41, 6, "anna", "ct1", "P-1", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis(), 2000, 41, 5, "otto", "ct1", "P-1", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct2", "P-1", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct1", "P-2", "2.25.1"),
            copy(7, 11, 3, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct1", "P-1", "2.25.2"),
            copy(7, 11, 3, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct1P", "-1", "2.25.1"),
        };
        assertTrue(CommandSignature.verifies(
                copy(7, 11, 3, c.issuedAtMillis(), 2000, 41, 5, "anna", "ct1", "P-1", "2.25.1"), key));
        assertFalse(Arrays.stream(changed).anyMatch(command -> CommandSignature.verifies(command, key)));
    }

    private static Command copy(
            long session,
            long sequence,
            long lease,
            long issued,
            int live,
            long version,
            long revision,
            String operator,
            String scanner,
            String patient,
            String study) {
        return new Command(
                session,
                sequence,
                lease,
                issued,
                live,
                version,
                revision,
                operator,
                scanner,
                patient,
                study,
                COMMAND.payload(),
                COMMAND.signature());
    }

    @Test
    void aPlanThatDiffersByAThousandthIsAnotherCommand() {
        ScanPlan plan = ScanPlan.helical(-100, 100);
        Command edited = new Command(
                7,
                11,
                3,
                COMMAND.issuedAtMillis(),
                2000,
                41,
                5,
                "anna",
                "ct1",
                "P-1",
                "2.25.1",
                new CommandPayload.EditPlan(plan.with(PlanField.PITCH, plan.pitch() + 0.001)),
                COMMAND.signature());
        assertFalse(CommandSignature.verifies(edited, ANNA.certificate().getPublicKey()));
    }

    @Test
    void aHoldIsNoCommandAndACommandNoHold() {
        HoldReport hold = CommandSignature.sign(new HoldReport(7, 1, true, 5, "", "anna", new byte[0]), ANNA.key());
        var key = ANNA.certificate().getPublicKey();
        assertTrue(CommandSignature.verifies(hold, key));
        assertFalse(CommandSignature.verifies(new HoldReport(7, 1, false, 5, "", "anna", hold.signature()), key));
        assertFalse(CommandSignature.verifies(new HoldReport(7, 2, true, 5, "", "anna", hold.signature()), key));
        String begin = new String(CommandSignature.signedBytes(hold), 0, 16, StandardCharsets.US_ASCII);
        assertEquals("farfield-hold 1\0", begin);
    }

    @Test
    void anEmptyOrForeignSignatureVerifiesNothing() {
        var key = ANNA.certificate().getPublicKey();
        assertFalse(CommandSignature.verifies(COMMAND.withSignature(new byte[0]), key));
        assertFalse(CommandSignature.verifies(COMMAND.withSignature(new byte[] {0x30, 0x06, 2, 1, 0, 2, 1, 0}), key));
    }
}
