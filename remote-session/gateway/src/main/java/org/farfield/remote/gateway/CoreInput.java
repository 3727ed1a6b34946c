package org.farfield.remote.gateway;

import java.security.PublicKey;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.Message;

/** What can happen to a session. {@link SessionCore} decides each, one after another. Immutable. */
sealed interface CoreInput {
    /** Somebody proved who he is. The connection's number is not used twice. */
    record Joined(int connection, String operator, Role role, PublicKey key, boolean relayed) implements CoreInput {}

    /** A connection ended. */
    record Left(int connection, String reason) implements CoreInput {}

    /** A participant's message. */
    record Received(int connection, Message message) implements CoreInput {}

    /** STOP pressed at the gateway itself, not by a participant. */
    record StoppedHere(String reason) implements CoreInput {}

    /** The scanner and its patient as just read. */
    record ScannerRead(ScannerState scanner, PatientContext patient) implements CoreInput {}

    /** A call to the scanner threw. */
    record ScannerFaulted(String text) implements CoreInput {}

    /** The answer to {@link CoreEffect.Load}. */
    record PlanLoaded(String seriesUid, PortAnswer answer) implements CoreInput {}

    /** X-rays on. */
    record BeamOn(String seriesUid) implements CoreInput {}

    /** X-rays off. */
    record BeamOff(String seriesUid) implements CoreInput {}

    /** One more slice was reconstructed. */
    record SliceMade(String seriesUid) implements CoreInput {}

    /** The run came to its planned end. */
    record RunDone(String seriesUid) implements CoreInput {}

    /** The run ended early. */
    record RunFailed(String seriesUid, String reason) implements CoreInput {}

    /** The journal does not keep up or cannot be written: what waits for it was dropped. */
    record JournalBehind(String text) implements CoreInput {}

    /** Time went on. */
    record Tick() implements CoreInput {}
}
