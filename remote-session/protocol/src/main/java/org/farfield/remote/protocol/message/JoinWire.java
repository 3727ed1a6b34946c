package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.Role;

/**
 * Joining, heartbeats and relay channels on the wire.
 *
 * <pre>
 * challenge  nonce 32 bytes, session epoch i64, scanner id text
 * hello      operator text, role u8, certificate blob, signature blob
 * welcome    operator text, role u8, session epoch i64, scanner id text, scanner model text, limits, gateway clock i64
 * refused    reason u8, text
 * heartbeat  sequence i64, sent (steady ns) i64, sent (ms) i64, echoed sequence i64, echoed ns i64, echo delay ns i64,
 *            loss i32 (thousandths), session epoch i64, state version i64
 * opened     channel i32, transport text
 * closed     channel i32, reason text
 * relayed    channel i32, the rest is one whole frame
 * notice     upstream connected bool, text
 * </pre>
 */
final class JoinWire {
    private JoinWire() {}

    static void write(WireWriter out, Challenge c) {
        out.raw(c.nonce()).i64(c.sessionEpoch()).text(c.scannerId(), Bounds.ID);
    }

    static Challenge challenge(WireReader in) throws ProtocolException {
        return new Challenge(
                in.raw("nonce", Challenge.NONCE_BYTES), in.i64("session epoch"), in.text("scanner id", Bounds.ID));
    }

    static void write(WireWriter out, Hello h) {
        out.text(h.operator(), Bounds.ID)
                .code(h.role())
                .blob(h.certificate(), Bounds.CERTIFICATE)
                .blob(h.signature(), Bounds.SIGNATURE);
    }

    static Hello hello(WireReader in) throws ProtocolException {
        return new Hello(
                in.text("operator", Bounds.ID),
                in.code("role", Role.class),
                in.blob("certificate", Bounds.CERTIFICATE),
                in.blob("signature", Bounds.SIGNATURE));
    }

    static void write(WireWriter out, Welcome w) {
        out.text(w.operator(), Bounds.ID)
                .code(w.role())
                .i64(w.sessionEpoch())
                .text(w.scannerId(), Bounds.ID)
                .text(w.scannerModel(), Bounds.ID);
        PlanWire.write(out, w.limits());
        out.i64(w.gatewayMillis());
    }

    static Welcome welcome(WireReader in) throws ProtocolException {
        return new Welcome(
                in.text("operator", Bounds.ID),
                in.code("role", Role.class),
                in.i64("session epoch"),
                in.text("scanner id", Bounds.ID),
                in.text("scanner model", Bounds.ID),
                PlanWire.limits(in),
                in.i64("gateway clock"));
    }

    static void write(WireWriter out, Refused r) {
        out.code(r.reason()).text(r.text(), Bounds.TEXT);
    }

    static Refused refused(WireReader in) throws ProtocolException {
        return new Refused(in.code("refusal reason", RefusalReason.class), in.text("refusal text", Bounds.TEXT));
    }

    static void write(WireWriter out, Heartbeat h) {
        out.i64(h.sequence())
                .i64(h.sentNanos())
                .i64(h.sentMillis())
                .i64(h.echoSequence())
                .i64(h.echoNanos())
                .i64(h.echoDelayNanos())
                .i32(h.lossPermille())
                .i64(h.sessionEpoch())
                .i64(h.stateVersion());
    }

    static Heartbeat heartbeat(WireReader in) throws ProtocolException {
        return new Heartbeat(
                in.i64("heartbeat sequence"),
                in.i64("sent nanos"),
                in.i64("sent millis"),
                in.i64("echo sequence"),
                in.i64("echo nanos"),
                in.i64("echo delay"),
                in.i32("loss"),
                in.i64("session epoch"),
                in.i64("state version"));
    }

    static void write(WireWriter out, ChannelOpened c) {
        out.i32(c.channel()).text(c.transport(), Bounds.WORD);
    }

    static ChannelOpened opened(WireReader in) throws ProtocolException {
        return new ChannelOpened(in.i32("channel"), in.text("transport", Bounds.WORD));
    }

    static void write(WireWriter out, ChannelClosed c) {
        out.i32(c.channel()).text(c.reason(), Bounds.TEXT);
    }

    static ChannelClosed closed(WireReader in) throws ProtocolException {
        return new ChannelClosed(in.i32("channel"), in.text("reason", Bounds.TEXT));
    }

    static void write(WireWriter out, Relayed r) {
        out.i32(r.channel()).raw(r.frame());
    }

    static Relayed relayed(WireReader in) throws ProtocolException {
        int channel = in.i32("channel");
        return new Relayed(channel, in.raw("relayed frame", in.remaining()));
    }

    static void write(WireWriter out, RelayNotice n) {
        out.bool(n.upstreamConnected()).text(n.text(), Bounds.TEXT);
    }

    static RelayNotice notice(WireReader in) throws ProtocolException {
        return new RelayNotice(in.bool("upstream connected"), in.text("notice", Bounds.TEXT));
    }
}
