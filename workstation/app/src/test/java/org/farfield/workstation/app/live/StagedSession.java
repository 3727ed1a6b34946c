package org.farfield.workstation.app.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.LeaseState;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.workstation.reading.live.HeardSession;
import org.farfield.workstation.reading.live.SessionPort;

/** A session whose state the test sets; every wish is answered at once. */
final class StagedSession implements SessionPort {

    static final ScanPlan HELICAL = new ScanPlan(
            PlanKind.HELICAL,
            LocalizerView.AP,
            120,
            -150,
            120,
            180,
            0.5,
            0.9,
            40,
            1.25,
            1,
            360,
            0,
            -12.5,
            "STANDARD",
            4,
            512);

    final List<CommandPayload> asked = new ArrayList<>();
    final List<Boolean> holds = new ArrayList<>();
    private final String operator;
    private final Role role;
    ScannerPhase phase = ScannerPhase.READY;
    List<String> interlocks = List.of();
    PlanState planState = PlanState.CHECKED;
    ScanPlan plan = HELICAL;
    Optional<String> holder = Optional.of("remote");
    Optional<String> requestedBy = Optional.empty();
    Optional<String> proposed = Optional.empty();
    Optional<String> accepted = Optional.empty();
    OptionalLong armedUntil = OptionalLong.empty();
    ControlTier tier = ControlTier.FULL;
    boolean confirmed = true;
    long silentMillis = 40;
    VerdictReason answer = VerdictReason.ACCEPTED;

    StagedSession(String operator, Role role) {
        this.operator = operator;
        this.role = role;
    }

    @Override
    public HeardSession heard() {
        SessionState state = new SessionState(
                1,
                7,
                1_000,
                new ScannerState(phase, -35.5, 0, interlocks, 34, "", "CT1"),
                new PatientContext("FF-2041", "Wang^Xiaodong=王^晓东", "19571104", "M", "1.2.3", "A77", confirmed),
                new LeaseState(3, holder, requestedBy),
                planState,
                5,
                plan,
                plan.sha256(),
                proposed,
                accepted,
                List.of(),
                tier,
                Optional.empty(),
                armedUntil,
                false);
        return new HeardSession(
                operator,
                role,
                Optional.of(state),
                silentMillis,
                OptionalDouble.of(18.4),
                1_000,
                "QUIC (BBR)",
                Optional.of(limits()),
                "Farfield CT Twin",
                "");
    }

    @Override
    public CompletionStage<Verdict> command(CommandPayload payload) {
        asked.add(payload);
        boolean yes = answer == VerdictReason.ACCEPTED;
        if (yes && payload instanceof CommandPayload.EditPlan(ScanPlan edited)) {
            plan = edited;
        }
        return CompletableFuture.completedFuture(new Verdict(asked.size(), operator, yes, answer, "", 8));
    }

    @Override
    public CompletionStage<Verdict> stop(String reason) {
        return command(new CommandPayload.Stop(reason));
    }

    @Override
    public void hold(boolean pressed, String planSha256) {
        holds.add(pressed);
    }

    static PlanLimits limits() {
        Map<PlanField, FieldLimit> fields = new EnumMap<>(PlanField.class);
        fields.put(PlanField.START_MM, new FieldLimit.Range(-1000, 1000, 0.5));
        fields.put(PlanField.END_MM, new FieldLimit.Range(-1000, 1000, 0.5));
        fields.put(PlanField.KILOVOLTS, FieldLimit.Choice.of(80, 100, 120, 140));
        fields.put(PlanField.TUBE_CURRENT_MA, new FieldLimit.Range(10, 500, 5));
        fields.put(PlanField.ROTATION_SECONDS, FieldLimit.Choice.of(0.35, 0.5, 0.75, 1, 1.5));
        fields.put(PlanField.PITCH, new FieldLimit.Range(0.5, 1.5, 0.05));
        fields.put(PlanField.COLLIMATION_MM, FieldLimit.Choice.of(10, 20, 40));
        fields.put(PlanField.SLICE_THICKNESS_MM, FieldLimit.Choice.of(0.625, 1.25, 2.5, 5, 10));
        fields.put(PlanField.INTERVAL_MM, new FieldLimit.Range(0.5, 10, 0.5));
        fields.put(PlanField.FIELD_OF_VIEW_MM, new FieldLimit.Range(100, 500, 1));
        fields.put(PlanField.CENTER_X_MM, new FieldLimit.Range(-150, 150, 0.5));
        fields.put(PlanField.CENTER_Y_MM, new FieldLimit.Range(-150, 150, 0.5));
        fields.put(PlanField.BREATH_HOLD_DELAY_SECONDS, new FieldLimit.Range(0, 30, 1));
        return new PlanLimits(fields, List.of("SOFT", "STANDARD", "LUNG", "BONE"), 1200, 2000, 60);
    }
}
