package org.farfield.workstation.reading.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The remote operator's console: what is heard, the plan as it is being edited, and what may be asked for now. Edits go
 * to the gateway one at a time; where the link needs it, each waits to be read back and confirmed. Owner: the FX
 * thread; {@link #refresh} is called at least ten times a second and on every change heard.
 */
public final class ConsoleModel {

    private final SessionPort port;
    private final Asking asking;
    private final ReadOnlyObjectWrapper<HeardSession> heard;
    private final ReadOnlyObjectWrapper<Optional<PlanDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ReadBack>> readBack = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean editUnderway;
    private @Nullable ScanPlan lastConfirmed;

    public ConsoleModel(SessionPort port, Executor fx) {
        this.port = port;
        asking = new Asking(port, fx);
        heard = new ReadOnlyObjectWrapper<>(port.heard());
    }

    /** Reads the port again. */
    public void refresh() {
        HeardSession now = port.heard();
        now.state().ifPresent(state -> {
            if (draft.get().isEmpty()) {
                draft.set(Optional.of(new PlanDraft(state.plan())));
            } else {
                draft.get().get().heard(state.plan());
            }
            listenForReadBack(state);
        });
        heard.set(now);
    }

    /** What is heard now. */
    public ReadOnlyObjectProperty<HeardSession> heard() {
        return heard.getReadOnlyProperty();
    }

    /** The plan being edited, once one was heard. */
    public ReadOnlyObjectProperty<Optional<PlanDraft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** The edit that the gateway read back and that waits for a yes, on a link that needs this. */
    public ReadOnlyObjectProperty<Optional<ReadBack>> readBack() {
        return readBack.getReadOnlyProperty();
    }

    /** The last verdicts, newest first. */
    public ObservableList<VerdictLine> verdicts() {
        return asking.lines();
    }

    /** Why the plan cannot be edited now; empty when it can. */
    public Optional<EditBlock> editBlock() {
        return EditBlock.of(heard.get());
    }

    /** The scanner's limits, once heard. */
    public Optional<PlanLimits> limits() {
        return heard.get().limits();
    }

    public boolean mayRequestLease() {
        return heard.get().role().mayHoldLease()
                && tierAllowsEdits()
                && state().map(state -> state.lease().holder().isEmpty()
                                && state.lease().requestedBy().isEmpty())
                        .orElse(false);
    }

    public boolean mayReleaseLease() {
        return heard.get().holdsLease();
    }

    /** A new plan may be begun whenever edits are allowed. */
    public boolean mayBeginPlan() {
        return editBlock().isEmpty();
    }

    /** The plan may be proposed: everything edited was taken, read back where needed, and within the limits. */
    public boolean mayPropose() {
        return editBlock().isEmpty()
                && planState()
                        .map(state -> state == PlanState.DRAFT || state == PlanState.CHECKED)
                        .orElse(false)
                && readBack.get().isEmpty()
                && !editUnderway
                && draft.get().isPresent()
                && !draft.get().get().isChanged()
                && draft.get().get().isSendable(limits().orElseThrow());
    }

    /** STOP needs no lease, no tier and no fresh state: only a role that may. */
    public boolean mayStop() {
        return heard.get().role().mayStop();
    }

    /** The dose of the plan being edited, as a hint. */
    public Optional<DoseHint> dose() {
        return draft.get().flatMap(d -> DoseHint.of(state().flatMap(SessionState::dose), d.plan()));
    }

    /** A reason is asked for the plan that the gateway has, and none was given. */
    public boolean mayExplainDose() {
        return editBlock().isEmpty()
                && planState()
                        .map(state -> state == PlanState.DRAFT || state == PlanState.CHECKED)
                        .orElse(false)
                && state().flatMap(SessionState::dose)
                        .filter(dose ->
                                dose.level() != DoseLevel.BELOW && dose.reason().isEmpty())
                        .isPresent();
    }

    public void explainDose(String reason) {
        state().filter(state -> mayExplainDose())
                .ifPresent(state -> asking.ask(new CommandPayload.ExplainDose(state.planSha256(), reason)));
    }

    public void requestLease() {
        asking.ask(new CommandPayload.RequestLease());
    }

    public void releaseLease() {
        asking.ask(new CommandPayload.ReleaseLease());
    }

    public void beginPlan(PlanKind kind) {
        draft.get().ifPresent(PlanDraft::discard);
        asking.ask(new CommandPayload.NewPlan(kind));
    }

    public void propose() {
        if (mayPropose()) {
            asking.ask(new CommandPayload.Propose());
        }
    }

    /** What is proposed or accepted can be taken back to a draft until it is armed. */
    public boolean mayWithdraw() {
        return heard.get().holdsLease()
                && tierAllowsEdits()
                && planState()
                        .map(state -> state == PlanState.PROPOSED || state == PlanState.ACCEPTED)
                        .orElse(false);
    }

    /** Takes the proposal back: the same plan, a draft again. */
    public void withdraw() {
        state().filter(state -> mayWithdraw())
                .ifPresent(state -> asking.ask(new CommandPayload.EditPlan(state.plan())));
    }

    public void stop() {
        asking.stop("remote operator");
    }

    /** Sends what was edited, if it may be and is within the limits; otherwise it stays here, marked. */
    public void commitEdits() {
        PlanDraft edited = draft.get().orElse(null);
        if (edited == null || !mustSend(edited)) {
            return;
        }
        ScanPlan plan = edited.plan();
        editUnderway = true;
        asking.ask(new CommandPayload.EditPlan(plan), verdict -> edited(verdict, plan));
    }

    /** Says yes to the edit that was read back. */
    public void confirmReadBack() {
        readBack.get().ifPresent(read -> {
            editUnderway = true;
            asking.ask(new CommandPayload.ConfirmEdit(read.sha256()), verdict -> {
                editUnderway = false;
                refresh();
            });
            readBack.set(Optional.empty());
        });
    }

    /** Says no: the plan goes back to what it was before. */
    public void undoReadBack() {
        readBack.get().ifPresent(read -> {
            readBack.set(Optional.empty());
            draft.get().ifPresent(edited -> {
                for (var field : PlanDraft.fieldsOf(read.before().kind())) {
                    edited.set(field, read.before().number(field));
                }
                edited.setKernel(read.before().kernel());
                edited.setView(read.before().view());
            });
            commitEdits();
        });
    }

    private boolean mustSend(PlanDraft edited) {
        return !editUnderway
                && editBlock().isEmpty()
                && edited.isChanged()
                && edited.isSendable(limits().orElseThrow());
    }

    private void edited(Verdict verdict, ScanPlan plan) {
        editUnderway = false;
        refresh();
        PlanDraft edited = draft.get().orElseThrow();
        if (!verdict.accepted()) {
            return;
        }
        if (edited.plan().equals(plan) && !edited.base().equals(plan)) {
            edited.heard(plan); // the verdict came before the state that shows it
        } else if (!edited.plan().equals(plan)) {
            commitEdits(); // edited again while the first edit was on its way
        }
    }

    /** On a slow link a draft is what waits for a yes; it is compared with the last plan that needed none. */
    private void listenForReadBack(SessionState state) {
        boolean asks = state.tier() == ControlTier.READ_BACK
                && state.planState() == PlanState.DRAFT
                && port.heard().holdsLease()
                && !editUnderway;
        if (state.planState() != PlanState.DRAFT || lastConfirmed == null) {
            lastConfirmed = state.plan();
        }
        ScanPlan before = lastConfirmed;
        readBack.set(asks ? Optional.of(new ReadBack(before, state.plan(), state.planSha256())) : Optional.empty());
    }

    private boolean tierAllowsEdits() {
        return heard.get()
                .state()
                .map(state -> Tiers.of(state, heard.get().operator()) != ControlTier.VIEW_ONLY)
                .orElse(false);
    }

    private Optional<SessionState> state() {
        return heard.get().state();
    }

    private Optional<PlanState> planState() {
        return state().map(SessionState::planState);
    }

    /** Whether this console is a remote operator's, who may ask for the lease. */
    public boolean isOperator() {
        return heard.get().role() != Role.OBSERVER && heard.get().role() != Role.CONSULTANT;
    }
}
