package org.farfield.remote.client;

import java.util.Optional;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.CommandSignature;
import org.farfield.remote.protocol.message.HoldReport;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Welcome;

/** Writes and signs this operator's commands and hold reports, each numbered since the last welcome. Client thread. */
final class CommandDesk {
    private static final PatientContext NOBODY = new PatientContext("", "", "", "", "", "", false);

    private final Identity self;
    private final ClientRules rules;
    private final GatewayClock clock;
    private long commands;
    private long holds;

    CommandDesk(Identity self, ClientRules rules, GatewayClock clock) {
        this.self = self;
        this.rules = rules;
        this.clock = clock;
    }

    void welcome() {
        commands = 0;
        holds = 0;
    }

    /** A command for the state as known; {@code known} may only be empty for STOP. */
    Command command(CommandPayload payload, Welcome welcome, Optional<SessionState> known) {
        commands++;
        PatientContext patient = known.map(SessionState::patient).orElse(NOBODY);
        Command command = new Command(
                welcome.sessionEpoch(),
                commands,
                known.map(state -> state.lease().epoch()).orElse(0L),
                clock.millis(),
                rules.timeToLiveMillis(),
                known.map(SessionState::stateVersion).orElse(0L),
                known.map(SessionState::planRevision).orElse(0L),
                self.operator(),
                welcome.scannerId(),
                patient.patientId(),
                patient.studyUid(),
                payload,
                new byte[0]);
        return CommandSignature.sign(command, self.key());
    }

    HoldReport hold(boolean pressed, String planSha256, Welcome welcome) {
        holds++;
        HoldReport report = new HoldReport(
                welcome.sessionEpoch(), holds, pressed, clock.millis(), planSha256, self.operator(), new byte[0]);
        return CommandSignature.sign(report, self.key());
    }
}
