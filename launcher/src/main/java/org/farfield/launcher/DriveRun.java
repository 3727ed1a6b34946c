package org.farfield.launcher;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;

/** Carries a script out, step by step, and prints each verdict and each expectation as one JSON line. */
final class DriveRun {
    private static final double COUNTERPART_SECONDS = 30;
    private static final double EXPECT_SECONDS = 10;

    private final DriveSeat seat;
    private final String operator;
    private final PrintStream out;
    private Optional<Verdict> last = Optional.empty();

    DriveRun(DriveSeat seat, String operator, PrintStream out) {
        this.seat = seat;
        this.operator = operator;
        this.out = out;
    }

    /** One step; false when an expectation was not met. */
    boolean step(DriveStep step) throws WrongUsage, InterruptedException {
        return switch (step.word()) {
            case "expect" -> expect(step);
            case "wait" -> {
                seat.pause(step.number(0));
                yield true;
            }
            case "release" -> {
                seat.release();
                yield true;
            }
            case "hold" -> {
                hold(step);
                yield true;
            }
            case "say" -> {
                say(step);
                yield true;
            }
            default -> {
                ask(step, payload(step));
                if (step.word().equals("request-lease") && !step.argument(0, "").equals("nowait")) {
                    awaitLease();
                }
                yield true;
            }
        };
    }

    private CommandPayload payload(DriveStep step) throws WrongUsage, InterruptedException {
        return switch (step.word()) {
            case "request-lease" -> new CommandPayload.RequestLease();
            case "grant" -> new CommandPayload.GrantLease(requester(step));
            case "refuse" -> new CommandPayload.RefuseLease(requester(step), "refused by script");
            case "revoke" -> new CommandPayload.RevokeLease("revoked by script");
            case "release-lease" -> new CommandPayload.ReleaseLease();
            case "confirm-patient" -> confirmation(step);
            case "plan" -> new CommandPayload.NewPlan(word(step, PlanKind.class, 0));
            case "set" -> new CommandPayload.EditPlan(edited(step));
            case "confirm-edit" -> new CommandPayload.ConfirmEdit(step.argument(0, planHash()));
            case "propose" -> new CommandPayload.Propose();
            case "accept" -> new CommandPayload.Accept(step.argument(0, proposedHash()));
            case "reject" -> new CommandPayload.Reject(step.text());
            case "explain-dose" -> new CommandPayload.ExplainDose(planHash(), step.text());
            case "authorise-dose" -> new CommandPayload.AuthoriseDose(proposedHash(), step.text());
            case "arm" -> new CommandPayload.Arm();
            case "disarm" -> new CommandPayload.Disarm();
            case "move" -> new CommandPayload.MoveTable(step.number(0));
            case "stop" -> new CommandPayload.Stop(step.text());
            default -> throw new WrongUsage("script line " + step.line() + ": '" + step.word() + "' is not known");
        };
    }

    private void say(DriveStep step) {
        ChatAnswer answer =
                seat.client().talk().say(step.text()).toCompletableFuture().join();
        out.println(
                new JsonLine().put("line", step.line()).put("say", step.text()).put("answer", answer));
    }

    private void ask(DriveStep step, CommandPayload payload) {
        seat.forget();
        CompletionStage<Verdict> answer = payload instanceof CommandPayload.Stop stop
                ? seat.client().stop(stop.reason())
                : seat.client().command(payload);
        Verdict verdict = answer.toCompletableFuture().join();
        last = Optional.of(verdict);
        out.println(new JsonLine()
                .put("line", step.line())
                .put("command", step.word())
                .put("accepted", verdict.accepted())
                .put("reason", verdict.reason())
                .put("text", verdict.text())
                .put("stateVersion", verdict.stateVersion()));
    }

    /** Arms what is accepted, and presses once it is armed: a press that began before does not count. */
    private void hold(DriveStep step) throws WrongUsage, InterruptedException {
        boolean _ = seat.await(s -> s.saw(PlanState.ACCEPTED) || s.saw(PlanState.ARMED), COUNTERPART_SECONDS);
        if (is(PlanState.ACCEPTED)) {
            ask(new DriveStep(step.line(), "arm", step.arguments()), new CommandPayload.Arm());
        }
        seat.forget();
        seat.press(seat.state().flatMap(SessionState::acceptedSha256).orElse(""));
        if (!step.arguments().isEmpty()) {
            seat.pause(step.number(0));
            seat.release();
        } else {
            boolean _ = seat.await(s -> s.saw(PlanState.RUNNING), 1);
        }
    }

    private void awaitLease() throws InterruptedException {
        if (last.filter(Verdict::accepted).isPresent()) {
            boolean _ = seat.await(
                    s -> s.state()
                            .filter(state -> state.lease().heldBy(operator)
                                    || state.lease().requestedBy().isEmpty())
                            .isPresent(),
                    COUNTERPART_SECONDS);
        }
    }

    private boolean expect(DriveStep step) throws WrongUsage, InterruptedException {
        String wanted = step.arguments().getFirst();
        boolean met = switch (wanted.toLowerCase(Locale.ROOT)) {
            case "accepted" -> {
                // the verdict, unless the verdict is about something else than acceptance of the plan
                yield wanted.equals("accepted")
                        ? last.filter(Verdict::accepted).isPresent()
                        : expectPlan(step, PlanState.ACCEPTED);
            }
            case "refused" ->
                last.filter(v -> !v.accepted()
                                && v.reason()
                                        .name()
                                        .equals(step.argument(1, v.reason().name())))
                        .isPresent();
            case "lease" ->
                seat.await(
                        s -> s.state()
                                .filter(state ->
                                        state.lease().holder().orElse("none").equals(step.argument(1, operator)))
                                .isPresent(),
                        COUNTERPART_SECONDS);
            case "unknown" -> seat.await(s -> s.state().isEmpty(), seconds(step));
            default -> expectPlan(step, word(step, PlanState.class, 0));
        };
        JsonLine line = new JsonLine()
                .put("line", step.line())
                .put("expect", step.text())
                .put("met", met)
                .put("state", seat.state().map(s -> s.planState().name()).orElse("UNKNOWN"));
        seat.state()
                .ifPresent(s -> line.put("scanner", s.scanner().phase())
                        .put("detail", s.scanner().detail()));
        out.println(line);
        return met;
    }

    private boolean expectPlan(DriveStep step, PlanState wanted) throws WrongUsage, InterruptedException {
        return seat.await(s -> s.saw(wanted), seconds(step));
    }

    private static double seconds(DriveStep step) throws WrongUsage {
        return step.arguments().size() > 1 ? step.number(1) : EXPECT_SECONDS;
    }

    private ScanPlan edited(DriveStep step) throws WrongUsage {
        ScanPlan plan = seat.state()
                .map(SessionState::plan)
                .orElseThrow(() -> new WrongUsage("script line " + step.line() + ": the plan is not known now"));
        for (int i = 0; i + 1 < step.arguments().size(); i += 2) {
            plan = edited(step, plan, step.arguments().get(i), i + 1);
        }
        return plan;
    }

    private static ScanPlan edited(DriveStep step, ScanPlan plan, String field, int value) throws WrongUsage {
        try {
            if (field.equals("kernel")) {
                return plan.withKernel(step.arguments().get(value));
            }
            if (field.equals("view")) {
                return plan.withView(word(step, LocalizerView.class, value));
            }
            for (PlanField known : PlanField.values()) {
                if (known.word().equals(field)) {
                    return plan.with(known, step.number(value));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("script line " + step.line() + ": " + e.getMessage());
        }
        throw new WrongUsage("script line " + step.line() + ": a plan has no field '" + field + "'");
    }

    private String requester(DriveStep step) throws InterruptedException {
        if (!step.arguments().isEmpty()) {
            return step.arguments().getFirst();
        }
        boolean _ = seat.await(
                s -> s.state().flatMap(state -> state.lease().requestedBy()).isPresent(), COUNTERPART_SECONDS);
        return seat.state().flatMap(state -> state.lease().requestedBy()).orElse("nobody");
    }

    private CommandPayload confirmation(DriveStep step) {
        PatientContext shown =
                seat.state().map(SessionState::patient).orElse(new PatientContext("", "", "", "", "", "", false));
        return new CommandPayload.ConfirmPatient(
                step.argument(0, shown.patientId()), step.argument(1, shown.birthDate()));
    }

    private String proposedHash() throws InterruptedException {
        boolean _ =
                seat.await(s -> s.state().flatMap(SessionState::proposedSha256).isPresent(), COUNTERPART_SECONDS);
        return seat.state().flatMap(SessionState::proposedSha256).orElse("");
    }

    private String planHash() {
        return seat.state().map(SessionState::planSha256).orElse("");
    }

    private boolean is(PlanState wanted) {
        return seat.state().filter(s -> s.planState() == wanted).isPresent();
    }

    private static <E extends Enum<E>> E word(DriveStep step, Class<E> of, int argument) throws WrongUsage {
        String text = step.arguments().get(argument);
        try {
            return Enum.valueOf(of, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("script line " + step.line() + ": '" + text + "' is none of "
                    + java.util.Arrays.toString(of.getEnumConstants()));
        }
    }
}
