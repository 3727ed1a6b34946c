package org.farfield.remote.protocol.message;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.DoseState;
import org.farfield.remote.protocol.LeaseState;
import org.farfield.remote.protocol.Participant;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerState;

/**
 * All that a participant must see, pushed by the gateway with every change.
 *
 * @param sessionEpoch grows with every start of the gateway
 * @param stateVersion grows with every change of this state within a session epoch
 * @param gatewayMillis the gateway's clock when it wrote this, ms since 1970
 * @param planRevision grows with every committed edit
 * @param planSha256 {@link ScanPlan#sha256()} of {@code plan}
 * @param proposedSha256 the hash that was proposed, from PROPOSED on
 * @param acceptedSha256 the hash that the local operator accepted, from ACCEPTED on
 * @param tier what the link of the one who holds the lease allows, FULL where nobody does
 * @param acquisition the newest series, if there was one
 * @param armedUntilMillis gateway clock at which ARMED lapses
 * @param holdPressed whether the gateway has a fresh, pressed hold
 * @param dose what the dose gate says of the plan, empty where there is none
 */
public record SessionState(
        long sessionEpoch,
        long stateVersion,
        long gatewayMillis,
        ScannerState scanner,
        PatientContext patient,
        LeaseState lease,
        PlanState planState,
        long planRevision,
        ScanPlan plan,
        String planSha256,
        Optional<String> proposedSha256,
        Optional<String> acceptedSha256,
        List<Participant> participants,
        ControlTier tier,
        Optional<AcquisitionProgress> acquisition,
        OptionalLong armedUntilMillis,
        boolean holdPressed,
        Optional<DoseState> dose)
        implements Message {

    /** Keeps its own copy. */
    public SessionState {
        participants = List.copyOf(participants);
    }

    /** A state without a dose gate. */
    public SessionState(
            long sessionEpoch,
            long stateVersion,
            long gatewayMillis,
            ScannerState scanner,
            PatientContext patient,
            LeaseState lease,
            PlanState planState,
            long planRevision,
            ScanPlan plan,
            String planSha256,
            Optional<String> proposedSha256,
            Optional<String> acceptedSha256,
            List<Participant> participants,
            ControlTier tier,
            Optional<AcquisitionProgress> acquisition,
            OptionalLong armedUntilMillis,
            boolean holdPressed) {
        this(
                sessionEpoch,
                stateVersion,
                gatewayMillis,
                scanner,
                patient,
                lease,
                planState,
                planRevision,
                plan,
                planSha256,
                proposedSha256,
                acceptedSha256,
                participants,
                tier,
                acquisition,
                armedUntilMillis,
                holdPressed,
                Optional.empty());
    }
}
