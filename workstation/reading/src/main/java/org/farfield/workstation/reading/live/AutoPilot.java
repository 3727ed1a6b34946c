package org.farfield.workstation.reading.live;

import java.util.Optional;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.message.SessionState;

/**
 * Plays both persons of a demonstration when nobody is there to click, for a picture of a running scan: asks for and
 * grants control, confirms the patient, runs a localizer, edits and proposes a helical plan, accepts, arms and holds.
 * It uses only what the console and the local window offer a person, one step at a time, each after the last one's
 * verdict. It is part of the demonstration against the scanner twin and of nothing else. FX thread.
 */
public final class AutoPilot {

    private final ConsoleModel console;
    private final LocalModel local;
    private final LiveSeriesModel series;
    private long askedFrom;
    private boolean waiting;
    private boolean helicalBegun;
    private boolean edited;

    public AutoPilot(ConsoleModel console, LocalModel local, LiveSeriesModel series) {
        this.console = console;
        this.local = local;
        this.series = series;
    }

    /** Takes the next step, if the last one is answered and there is one. */
    public void step() {
        Optional<SessionState> remote = console.heard().get().state();
        Optional<SessionState> atScanner = local.heard().get().state();
        if (remote.isEmpty() || atScanner.isEmpty() || !answered(remote.get(), atScanner.get())) {
            return;
        }
        if (!admitted(atScanner.get())) {
            return;
        }
        boolean localizerThere = series.localizer().get().isPresent();
        switch (remote.get().planState()) {
            case PROPOSED -> asked(local.mayAccept(), local::accept);
            case ACCEPTED -> asked(local.mayArm(), local::arm);
            case ARMED, RUNNING -> local.hold(local.mayHold());
            case DRAFT, CHECKED, DONE, STOPPED, LAPSED -> prepare(remote.get(), localizerThere);
            default -> throw new IllegalStateException("a plan state this pilot does not know");
        }
    }

    /** Control is granted and the patient confirmed; else takes the step towards it. */
    private boolean admitted(SessionState state) {
        if (local.asksForLease().isPresent()) {
            asked(true, local::grantLease);
        } else if (console.mayRequestLease()) {
            asked(true, console::requestLease);
        } else if (local.mayConfirmPatient()) {
            PatientContext patient = state.patient();
            asked(true, () -> local.confirmPatient(patient.patientId(), patient.birthDate()));
        } else {
            return console.heard().get().holdsLease();
        }
        return false;
    }

    private void prepare(SessionState state, boolean localizerThere) {
        boolean fresh = state.planState() == PlanState.DRAFT || state.planState() == PlanState.CHECKED;
        PlanKind kind = state.plan().kind();
        if (!localizerThere && kind == PlanKind.LOCALIZER && fresh) {
            asked(console.mayPropose(), console::propose);
        } else if (!localizerThere) {
            boolean running = kind == PlanKind.LOCALIZER && state.planState() == PlanState.DONE;
            asked(!running && console.mayBeginPlan(), () -> console.beginPlan(PlanKind.LOCALIZER));
        } else if (kind == PlanKind.LOCALIZER && !helicalBegun) {
            helicalBegun = true;
            asked(console.mayBeginPlan(), () -> console.beginPlan(PlanKind.HELICAL));
        } else if (kind == PlanKind.HELICAL && fresh && !edited) {
            edited = true;
            asked(console.editBlock().isEmpty(), this::edit);
        } else if (kind == PlanKind.HELICAL && fresh) {
            asked(console.mayPropose(), console::propose);
        }
    }

    /** One edit as a person would make it: a little more of the chest's lower end. */
    private void edit() {
        console.draft()
                .get()
                .ifPresent(draft -> console.limits().ifPresent(limits -> {
                    int down = draft.plan().endMm() < draft.plan().startMm() ? -20 : 20;
                    draft.nudge(PlanField.END_MM, down, limits);
                    draft.nudge(PlanField.TUBE_CURRENT_MA, 2, limits);
                    console.commitEdits();
                }));
    }

    private void asked(boolean possible, Runnable wish) {
        if (possible) {
            askedFrom = newest();
            waiting = true;
            wish.run();
        }
    }

    private boolean answered(SessionState remote, SessionState atScanner) {
        if (waiting && newest() > askedFrom) {
            long version = Math.max(version(console), version(local));
            waiting = remote.stateVersion() < version || atScanner.stateVersion() < version;
        }
        return !waiting;
    }

    private long newest() {
        return console.verdicts().stream().mapToLong(VerdictLine::number).max().orElse(0)
                + local.verdicts().stream().mapToLong(VerdictLine::number).max().orElse(0);
    }

    private static long version(ConsoleModel model) {
        return model.verdicts().isEmpty() ? 0 : model.verdicts().getFirst().stateVersion();
    }

    private static long version(LocalModel model) {
        return model.verdicts().isEmpty() ? 0 : model.verdicts().getFirst().stateVersion();
    }
}
