package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.PlanKind;

/**
 * Commands, verdicts and hold reports on the wire. What a signature covers is everything before it.
 *
 * <pre>
 * command  session epoch i64, sequence i64, lease epoch i64, issued at i64, time to live i32, state version i64,
 *          plan revision i64, operator text, scanner text, patient text, study text, payload, signature blob
 * payload  code u8, then its fields (docs/protocol.md)
 * verdict  sequence i64, operator text, accepted bool, reason u8, text, state version i64
 * hold     session epoch i64, sequence i64, pressed bool, issued at i64, plan hash text, operator text, signature blob
 * </pre>
 */
final class CommandWire {
    private CommandWire() {}

    static void write(WireWriter out, Command c) {
        writeSigned(out, c);
        out.blob(c.signature(), Bounds.SIGNATURE);
    }

    static void writeSigned(WireWriter out, Command c) {
        out.i64(c.sessionEpoch())
                .i64(c.sequence())
                .i64(c.leaseEpoch())
                .i64(c.issuedAtMillis())
                .i32(c.timeToLiveMillis())
                .i64(c.expectedStateVersion())
                .i64(c.planRevision())
                .text(c.operator(), Bounds.ID)
                .text(c.scannerId(), Bounds.ID)
                .text(c.patientId(), Bounds.ID)
                .text(c.studyUid(), Bounds.ID);
        writePayload(out, c.payload());
    }

    static Command command(WireReader in) throws ProtocolException {
        return new Command(
                in.i64("session epoch"),
                in.i64("sequence"),
                in.i64("lease epoch"),
                in.i64("issued at"),
                in.i32("time to live"),
                in.i64("expected state version"),
                in.i64("plan revision"),
                in.text("operator", Bounds.ID),
                in.text("scanner id", Bounds.ID),
                in.text("patient id", Bounds.ID),
                in.text("study UID", Bounds.ID),
                payload(in),
                in.blob("signature", Bounds.SIGNATURE));
    }

    private static void writePayload(WireWriter out, CommandPayload payload) {
        switch (payload) {
            case CommandPayload.RequestLease p -> out.u8(0);
            case CommandPayload.GrantLease p -> out.u8(1).text(p.operator(), Bounds.ID);
            case CommandPayload.RefuseLease p ->
                out.u8(2).text(p.operator(), Bounds.ID).text(p.reason(), Bounds.TEXT);
            case CommandPayload.RevokeLease p -> out.u8(3).text(p.reason(), Bounds.TEXT);
            case CommandPayload.ReleaseLease p -> out.u8(4);
            case CommandPayload.NewPlan p -> out.u8(5).code(p.kind());
            case CommandPayload.EditPlan p -> PlanWire.write(out.u8(6), p.plan());
            case CommandPayload.ConfirmEdit p -> out.u8(7).text(p.planSha256(), Bounds.WORD);
            case CommandPayload.Propose p -> out.u8(8);
            case CommandPayload.Accept p -> out.u8(9).text(p.planSha256(), Bounds.WORD);
            case CommandPayload.Reject p -> out.u8(10).text(p.reason(), Bounds.TEXT);
            case CommandPayload.Arm p -> out.u8(11);
            case CommandPayload.Disarm p -> out.u8(12);
            case CommandPayload.Stop p -> out.u8(13).text(p.reason(), Bounds.TEXT);
            case CommandPayload.ConfirmPatient p ->
                out.u8(14).text(p.patientId(), Bounds.ID).text(p.birthDate(), Bounds.WORD);
            case CommandPayload.MoveTable p -> out.u8(15).f64(p.targetMm());
            case CommandPayload.ExplainDose p ->
                out.u8(16).text(p.planSha256(), Bounds.WORD).text(p.reason(), Bounds.TEXT);
            case CommandPayload.AuthoriseDose p ->
                out.u8(17).text(p.planSha256(), Bounds.WORD).text(p.reason(), Bounds.TEXT);
        }
    }

    private static CommandPayload payload(WireReader in) throws ProtocolException {
        int code = in.u8("payload code");
        return switch (code) {
            case 0 -> new CommandPayload.RequestLease();
            case 1 -> new CommandPayload.GrantLease(in.text("operator", Bounds.ID));
            case 2 -> new CommandPayload.RefuseLease(in.text("operator", Bounds.ID), in.text("reason", Bounds.TEXT));
            case 3 -> new CommandPayload.RevokeLease(in.text("reason", Bounds.TEXT));
            case 4 -> new CommandPayload.ReleaseLease();
            case 5 -> new CommandPayload.NewPlan(in.code("plan kind", PlanKind.class));
            case 6 -> new CommandPayload.EditPlan(PlanWire.plan(in));
            case 7 -> new CommandPayload.ConfirmEdit(in.text("plan hash", Bounds.WORD));
            case 8 -> new CommandPayload.Propose();
            case 9 -> new CommandPayload.Accept(in.text("plan hash", Bounds.WORD));
            case 10 -> new CommandPayload.Reject(in.text("reason", Bounds.TEXT));
            case 11 -> new CommandPayload.Arm();
            case 12 -> new CommandPayload.Disarm();
            case 13 -> new CommandPayload.Stop(in.text("reason", Bounds.TEXT));
            case 14 ->
                new CommandPayload.ConfirmPatient(in.text("patient id", Bounds.ID), in.text("birth date", Bounds.WORD));
            case 15 -> new CommandPayload.MoveTable(in.f64("table target"));
            case 16 ->
                new CommandPayload.ExplainDose(in.text("plan hash", Bounds.WORD), in.text("reason", Bounds.TEXT));
            case 17 ->
                new CommandPayload.AuthoriseDose(in.text("plan hash", Bounds.WORD), in.text("reason", Bounds.TEXT));
            default -> throw new ProtocolException("payload code: " + code + ", known are 0 to 17");
        };
    }

    static void write(WireWriter out, Verdict v) {
        out.i64(v.commandSequence())
                .text(v.operator(), Bounds.ID)
                .bool(v.accepted())
                .code(v.reason())
                .text(v.text(), Bounds.TEXT)
                .i64(v.stateVersion());
    }

    static Verdict verdict(WireReader in) throws ProtocolException {
        return new Verdict(
                in.i64("sequence"),
                in.text("operator", Bounds.ID),
                in.bool("accepted"),
                in.code("verdict reason", VerdictReason.class),
                in.text("verdict text", Bounds.TEXT),
                in.i64("state version"));
    }

    static void write(WireWriter out, HoldReport h) {
        writeSigned(out, h);
        out.blob(h.signature(), Bounds.SIGNATURE);
    }

    static void writeSigned(WireWriter out, HoldReport h) {
        out.i64(h.sessionEpoch())
                .i64(h.holdSequence())
                .bool(h.pressed())
                .i64(h.issuedAtMillis())
                .text(h.planSha256(), Bounds.WORD)
                .text(h.operator(), Bounds.ID);
    }

    static HoldReport hold(WireReader in) throws ProtocolException {
        return new HoldReport(
                in.i64("session epoch"),
                in.i64("hold sequence"),
                in.bool("pressed"),
                in.i64("issued at"),
                in.text("plan hash", Bounds.WORD),
                in.text("operator", Bounds.ID),
                in.blob("signature", Bounds.SIGNATURE));
    }
}
