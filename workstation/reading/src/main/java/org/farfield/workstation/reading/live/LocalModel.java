package org.farfield.workstation.reading.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * The local operator's place at the scanner: the patient's identity, who may control from afar, exactly what will run,
 * and the release. Owner: the FX thread; {@link #refresh} is called at least ten times a second and on every change
 * heard, and renews a pressed hold, so that a window that no longer answers releases.
 */
public final class LocalModel {

    private final SessionPort port;
    private final Asking asking;
    private final ReadOnlyObjectWrapper<HeardSession> heard;
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private @Nullable ScanPlan lastAccepted;
    private @Nullable ScanPlan acceptedNow;

    public LocalModel(SessionPort port, Executor fx) {
        this.port = port;
        asking = new Asking(port, fx);
        heard = new ReadOnlyObjectWrapper<>(port.heard());
    }

    /** Reads the port again and renews the hold. */
    public void refresh() {
        HeardSession now = port.heard();
        now.state().ifPresent(this::remember);
        heard.set(now);
        if (held.get() && !mayHold()) {
            hold(false);
        } else {
            sayHold();
        }
    }

    /** What is heard now. */
    public ReadOnlyObjectProperty<HeardSession> heard() {
        return heard.getReadOnlyProperty();
    }

    /** Whether the release button is pressed. */
    public ReadOnlyBooleanProperty held() {
        return held.getReadOnlyProperty();
    }

    /** The gateway's clock now, ms since 1970. */
    public long gatewayMillis() {
        return heard.get().gatewayMillis();
    }

    /** The last verdicts, newest first. */
    public ObservableList<VerdictLine> verdicts() {
        return asking.lines();
    }

    /** The plan accepted before the present one. */
    public Optional<ScanPlan> lastAccepted() {
        return Optional.ofNullable(lastAccepted);
    }

    /** Whether the text shown here hashes to what was proposed: only such a plan can be accepted. */
    public boolean hashFits() {
        return state().flatMap(state -> state.proposedSha256()
                        .map(proposed -> proposed.equals(state.plan().sha256())))
                .orElse(false);
    }

    public boolean mayConfirmPatient() {
        return state().map(state -> !state.patient().patientId().isEmpty()
                        && !state.patient().identityConfirmed())
                .orElse(false);
    }

    /** Who asked for the lease and has no answer yet. */
    public Optional<String> asksForLease() {
        return state().flatMap(state -> state.lease().requestedBy());
    }

    /** Who controls from afar. */
    public Optional<String> leaseHolder() {
        return state().flatMap(state -> state.lease().holder());
    }

    public boolean mayAccept() {
        return planIs(PlanState.PROPOSED)
                && hashFits()
                && state().orElseThrow().patient().identityConfirmed();
    }

    public boolean mayReject() {
        return planIs(PlanState.PROPOSED) || planIs(PlanState.ACCEPTED);
    }

    public boolean mayArm() {
        return planIs(PlanState.ACCEPTED);
    }

    public boolean mayDisarm() {
        return planIs(PlanState.ARMED);
    }

    /** The release button lives while the plan is armed, and on until the X-rays are off again. */
    public boolean mayHold() {
        boolean reconstructing = state().map(state -> state.scanner().phase() == ScannerPhase.RECONSTRUCTING)
                .orElse(false);
        return planIs(PlanState.ARMED) || (planIs(PlanState.RUNNING) && !reconstructing);
    }

    /** Two identifiers as read from the patient; a birth date may be typed with dashes, points or blanks. */
    public void confirmPatient(String patientId, String birthDate) {
        asking.ask(new CommandPayload.ConfirmPatient(patientId.strip(), birthDate.replaceAll("[-./\\s年月日]", "")));
    }

    public void grantLease() {
        asksForLease().ifPresent(operator -> asking.ask(new CommandPayload.GrantLease(operator)));
    }

    public void refuseLease() {
        asksForLease().ifPresent(operator -> asking.ask(new CommandPayload.RefuseLease(operator, "local operator")));
    }

    public void revokeLease() {
        asking.ask(new CommandPayload.RevokeLease("local operator"));
    }

    /** Accepts the hash of the text that is shown, no other. */
    public void accept() {
        if (mayAccept()) {
            asking.ask(new CommandPayload.Accept(state().orElseThrow().plan().sha256()));
        }
    }

    /** The dose of the plan that the gateway has. */
    public Optional<DoseHint> dose() {
        return state().flatMap(state -> DoseHint.of(state.dose(), state.plan()));
    }

    /** The proposed plan takes the study above an alert value, and no second person has authorised it. */
    public boolean mayAuthoriseDose() {
        return planIs(PlanState.PROPOSED)
                && state().flatMap(SessionState::dose)
                        .filter(dose -> dose.level() == DoseLevel.ALERT
                                && dose.authorised().isEmpty())
                        .isPresent();
    }

    public void authoriseDose(String reason) {
        state().filter(state -> mayAuthoriseDose())
                .ifPresent(state ->
                        asking.ask(new CommandPayload.AuthoriseDose(state.plan().sha256(), reason)));
    }

    public void reject(String reason) {
        asking.ask(new CommandPayload.Reject(reason));
    }

    public void arm() {
        asking.ask(new CommandPayload.Arm());
    }

    public void disarm() {
        asking.ask(new CommandPayload.Disarm());
    }

    /** The release button went down or up. */
    public void hold(boolean pressed) {
        held.set(pressed && mayHold());
        sayHold();
    }

    public void stop() {
        asking.stop("local operator");
    }

    private void sayHold() {
        String hash = heard.get().newest().flatMap(SessionState::acceptedSha256).orElse("");
        port.hold(held.get(), hash);
    }

    private void remember(SessionState state) {
        switch (state.planState()) {
            case ACCEPTED, ARMED, RUNNING -> acceptedNow = state.plan();
            case DRAFT, CHECKED, PROPOSED -> {
                if (acceptedNow != null) {
                    lastAccepted = acceptedNow;
                    acceptedNow = null;
                }
            }
            default -> {
                // DONE, STOPPED, LAPSED: the plan that ran stays the one to compare with
            }
        }
    }

    private boolean planIs(PlanState wanted) {
        return state().map(state -> state.planState() == wanted).orElse(false);
    }

    private Optional<SessionState> state() {
        return heard.get().state();
    }
}
