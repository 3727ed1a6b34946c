package org.farfield.remote.gateway;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.WireReader;
import org.farfield.remote.protocol.message.WireValues;
import org.farfield.remote.protocol.message.WireWriter;

/**
 * Effects of the core as the journal keeps them: a code u8, then the fields; of a state its version and its SHA-256
 * (over the frame that carries it, with the patient's name left empty). Stateless.
 */
final class CoreEffectWire {
    private static final int UID = 128;

    private CoreEffectWire() {}

    static void write(WireWriter out, CoreEffect effect) {
        switch (effect) {
            case CoreEffect.Send send -> CoreInputWire.frame(out.u8(0).i32(send.connection()), send.message());
            case CoreEffect.Push push ->
                out.u8(1).i64(push.state().stateVersion()).raw(hash(push.state()));
            case CoreEffect.Close close -> CoreInputWire.text(out.u8(2).i32(close.connection()), close.reason());
            case CoreEffect.Load load -> WireValues.write(out.u8(3).text(load.seriesUid(), UID), load.plan());
            case CoreEffect.ArmScanner _ -> out.u8(4);
            case CoreEffect.DisarmScanner _ -> out.u8(5);
            case CoreEffect.Expose expose -> out.u8(6).text(expose.series().seriesUid(), UID);
            case CoreEffect.Hold hold -> out.u8(7).bool(hold.pressed());
            case CoreEffect.MoveTable move -> out.u8(8).f64(move.targetMm());
            case CoreEffect.StopScanner stop -> CoreInputWire.text(out.u8(9), stop.reason());
            case CoreEffect.Dose dose -> dose.given().write(out.u8(11));
            case CoreEffect.Note note -> CoreInputWire.text(out.u8(10), note.line());
        }
    }

    /** The effect in words, without the patient. */
    static String words(WireReader in) throws ProtocolException {
        int code = in.u8("effect");
        return switch (code) {
            case 0 -> "to " + in.i32("connection") + ": " + CoreInputWire.frame(in);
            case 1 ->
                "state " + in.i64("state version") + ", SHA-256 "
                        + HexFormat.of().formatHex(in.raw("state hash", 32));
            case 2 -> "close " + in.i32("connection") + ": " + CoreInputWire.text(in);
            case 3 -> "load for series " + loadedSeries(in);
            case 4 -> "arm the scanner";
            case 5 -> "disarm the scanner";
            case 6 -> "expose series " + in.text("series UID", UID);
            case 7 -> "hold " + (in.bool("pressed") ? "pressed" : "let go");
            case 8 -> "move the table to " + in.f64("target") + " mm";
            case 9 -> "stop the scanner: " + CoreInputWire.text(in);
            case 10 -> CoreInputWire.text(in);
            case 11 -> "dose given: " + DoseGiven.read(in);
            default -> throw new ProtocolException("effect: code " + code + ", known are 0 to 11");
        };
    }

    /** What a {@link CoreEffect.Dose} says was given; empty for any other effect. */
    static Optional<DoseGiven> dose(WireReader in) throws ProtocolException {
        return in.u8("effect") == 11 ? Optional.of(DoseGiven.read(in)) : Optional.empty();
    }

    /** The series of a {@link CoreEffect.Load}, behind its code; empty for any other effect. */
    static String seriesOfLoad(WireReader in) throws ProtocolException {
        return in.u8("effect") == 3 ? loadedSeries(in) : "";
    }

    private static String loadedSeries(WireReader in) throws ProtocolException {
        return in.text("series UID", UID);
    }

    /** The hash by which two states are compared. */
    static byte[] hash(SessionState state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(MessageCodec.encode(nameless(state)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static SessionState nameless(SessionState s) {
        return new SessionState(
                s.sessionEpoch(),
                s.stateVersion(),
                s.gatewayMillis(),
                s.scanner(),
                CoreInputWire.nameless(s.patient()),
                s.lease(),
                s.planState(),
                s.planRevision(),
                s.plan(),
                s.planSha256(),
                s.proposedSha256(),
                s.acceptedSha256(),
                s.participants(),
                s.tier(),
                s.acquisition(),
                s.armedUntilMillis(),
                s.holdPressed(),
                s.dose());
    }
}
