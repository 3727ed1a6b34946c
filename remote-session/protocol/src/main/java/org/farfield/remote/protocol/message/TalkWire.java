package org.farfield.remote.protocol.message;

import java.util.Optional;
import org.farfield.remote.protocol.Role;

/**
 * Chat and pointers on the wire. What a signature covers is everything before it.
 *
 * <pre>
 * say      session epoch i64, number i64, text, signature blob
 * said     number i64, answer u8, sequence i64
 * lines    session epoch i64, first kept i64, newest i64, list of line
 * line     sequence i64, time (ms) i64, operator text, role u8, text
 * resume   session epoch i64, after i64
 * point    session epoch i64, number i64, optional spot, signature blob
 * pointer  session epoch i64, operator text, role u8, optional spot
 * spot     frame of reference text, x f64, y f64, z f64 (mm, LPS)
 * </pre>
 */
final class TalkWire {
    private TalkWire() {}

    static void write(WireWriter out, Say s) {
        writeSigned(out, s);
        out.blob(s.signature(), Bounds.SIGNATURE);
    }

    static void writeSigned(WireWriter out, Say s) {
        out.i64(s.sessionEpoch()).i64(s.number()).text(s.text(), Bounds.CHAT);
    }

    static Say say(WireReader in) throws ProtocolException {
        return new Say(
                in.i64("session epoch"),
                in.i64("say number"),
                in.text("chat text", Bounds.CHAT),
                in.blob("signature", Bounds.SIGNATURE));
    }

    static void write(WireWriter out, Said s) {
        out.i64(s.number()).code(s.answer()).i64(s.sequence());
    }

    static Said said(WireReader in) throws ProtocolException {
        return new Said(in.i64("say number"), in.code("chat answer", ChatAnswer.class), in.i64("chat sequence"));
    }

    static void write(WireWriter out, ChatLines c) {
        out.i64(c.sessionEpoch())
                .i64(c.firstKept())
                .i64(c.newest())
                .list(c.lines(), Bounds.CHAT_LINES, TalkWire::writeLine);
    }

    static ChatLines lines(WireReader in) throws ProtocolException {
        return new ChatLines(
                in.i64("session epoch"),
                in.i64("first chat sequence"),
                in.i64("newest chat sequence"),
                in.list("chat lines", Bounds.CHAT_LINES, TalkWire::line));
    }

    private static void writeLine(WireWriter out, ChatLine line) {
        out.i64(line.sequence())
                .i64(line.millis())
                .text(line.operator(), Bounds.ID)
                .code(line.role())
                .text(line.text(), Bounds.CHAT);
    }

    private static ChatLine line(WireReader in) throws ProtocolException {
        return new ChatLine(
                in.i64("chat sequence"),
                in.i64("chat time"),
                in.text("operator", Bounds.ID),
                in.code("role", Role.class),
                in.text("chat text", Bounds.CHAT));
    }

    static void write(WireWriter out, ChatResume r) {
        out.i64(r.sessionEpoch()).i64(r.afterSequence());
    }

    static ChatResume resume(WireReader in) throws ProtocolException {
        return new ChatResume(in.i64("session epoch"), in.i64("after chat sequence"));
    }

    static void write(WireWriter out, PointAt p) {
        writeSigned(out, p);
        out.blob(p.signature(), Bounds.SIGNATURE);
    }

    static void writeSigned(WireWriter out, PointAt p) {
        out.i64(p.sessionEpoch()).i64(p.number());
        writeSpot(out, p.spot());
    }

    static PointAt pointAt(WireReader in) throws ProtocolException {
        return new PointAt(
                in.i64("session epoch"),
                in.i64("point number"),
                in.optional("spot", TalkWire::spot),
                in.blob("signature", Bounds.SIGNATURE));
    }

    static void write(WireWriter out, Pointer p) {
        out.i64(p.sessionEpoch()).text(p.operator(), Bounds.ID).code(p.role());
        writeSpot(out, p.spot());
    }

    static Pointer pointer(WireReader in) throws ProtocolException {
        return new Pointer(
                in.i64("session epoch"),
                in.text("operator", Bounds.ID),
                in.code("role", Role.class),
                in.optional("spot", TalkWire::spot));
    }

    private static void writeSpot(WireWriter out, Optional<PointedSpot> spot) {
        out.optional(
                spot,
                (to, s) -> to.text(s.frameOfReferenceUid(), Bounds.ID)
                        .f64(s.x())
                        .f64(s.y())
                        .f64(s.z()));
    }

    private static PointedSpot spot(WireReader in) throws ProtocolException {
        return new PointedSpot(in.text("frame of reference", Bounds.ID), in.f64("x"), in.f64("y"), in.f64("z"));
    }
}
