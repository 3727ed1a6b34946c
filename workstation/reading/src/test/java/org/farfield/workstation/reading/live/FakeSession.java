package org.farfield.workstation.reading.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.farfield.remote.protocol.AcquisitionProgress;
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

/** A session port whose other side is the test: it says what is heard and gives each verdict when it likes. */
final class FakeSession implements SessionPort {

    static final PlanLimits LIMITS = limits();
    static final ScanPlan PLAN = new ScanPlan(
            PlanKind.HELICAL, LocalizerView.AP, 100, -100, 120, 200, 0.5, 1, 40, 1, 1, 360, 0, 0, "STANDARD", 4, 512);

    final List<CommandPayload> asked = new ArrayList<>();
    final List<CompletableFuture<Verdict>> answers = new ArrayList<>();
    final List<String> holds = new ArrayList<>();

    private final Role role;
    private final String operator;
    PlanState planState = PlanState.CHECKED;
    ScanPlan plan = PLAN;
    Optional<String> holder = Optional.empty();
    Optional<String> requestedBy = Optional.empty();
    Optional<String> proposed = Optional.empty();
    Optional<String> accepted = Optional.empty();
    Optional<AcquisitionProgress> acquisition = Optional.empty();
    ControlTier tier = ControlTier.FULL;
    boolean identityConfirmed;
    long silentMillis;

    FakeSession(String operator, Role role) {
        this.operator = operator;
        this.role = role;
    }

    @Override
    public HeardSession heard() {
        return new HeardSession(
                operator,
                role,
                Optional.of(state()),
                silentMillis,
                OptionalDouble.of(12),
                0,
                "test",
                Optional.of(LIMITS),
                "CT",
                "");
    }

    SessionState state() {
        return new SessionState(
                1,
                1,
                0,
                new ScannerState(ScannerPhase.READY, 0, 0, List.of(), 10, "", "CT1"),
                new PatientContext("P1", "Test", "19700102", "O", "1.2", "A1", identityConfirmed),
                new LeaseState(1, holder, requestedBy),
                planState,
                1,
                plan,
                plan.sha256(),
                proposed,
                accepted,
                List.of(),
                tier,
                acquisition,
                OptionalLong.empty(),
                false);
    }

    @Override
    public CompletionStage<Verdict> command(CommandPayload payload) {
        asked.add(payload);
        CompletableFuture<Verdict> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    @Override
    public CompletionStage<Verdict> stop(String reason) {
        return command(new CommandPayload.Stop(reason));
    }

    @Override
    public void hold(boolean pressed, String planSha256) {
        holds.add(pressed ? "pressed " + planSha256 : "not pressed");
    }

    void accept() {
        answers.removeFirst().complete(new Verdict(1, operator, true, VerdictReason.ACCEPTED, "", 2));
    }

    void refuse(VerdictReason reason) {
        answers.removeFirst().complete(new Verdict(1, operator, false, reason, "because", 2));
    }

    void editTheGatewaysPlan(UnaryOperator<ScanPlan> edit) {
        plan = edit.apply(plan);
    }

    private static PlanLimits limits() {
        Map<PlanField, FieldLimit> fields = new EnumMap<>(PlanField.class);
        fields.put(PlanField.START_MM, new FieldLimit.Range(-500, 500, 0.5));
        fields.put(PlanField.END_MM, new FieldLimit.Range(-500, 500, 0.5));
        fields.put(PlanField.KILOVOLTS, FieldLimit.Choice.of(80, 100, 120, 140));
        fields.put(PlanField.TUBE_CURRENT_MA, new FieldLimit.Range(10, 500, 5));
        fields.put(PlanField.FIELD_OF_VIEW_MM, new FieldLimit.Range(100, 500, 1));
        fields.put(PlanField.CENTER_X_MM, new FieldLimit.Range(-100, 100, 1));
        return new PlanLimits(fields, List.of("SOFT", "STANDARD", "LUNG"), 600, 2000, 60);
    }
}
