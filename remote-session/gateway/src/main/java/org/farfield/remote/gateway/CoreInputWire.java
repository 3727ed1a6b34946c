package org.farfield.remote.gateway;

import java.security.PublicKey;
import java.util.Optional;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.WireReader;
import org.farfield.remote.protocol.message.WireValues;
import org.farfield.remote.protocol.message.WireWriter;

/**
 * Inputs of the core as the journal keeps them: a code u8, then the fields in the order of the record, in the notation
 * of docs/protocol.md; messages as whole frames behind an i32 count. The patient's name is left out. Stateless.
 */
final class CoreInputWire {
    /** Gives a key back from its encoded form. */
    interface Keys {
        PublicKey key(byte[] encoded) throws ProtocolException;
    }

    private static final int TEXT = 0xFFFF;
    private static final int KEY = 4096;

    private CoreInputWire() {}

    static void write(WireWriter out, CoreInput input) {
        switch (input) {
            case CoreInput.Joined in ->
                out.u8(0)
                        .i32(in.connection())
                        .text(in.operator(), TEXT)
                        .code(in.role())
                        .blob(in.key().getEncoded(), KEY)
                        .bool(in.relayed());
            case CoreInput.Left in -> text(out.u8(1).i32(in.connection()), in.reason());
            case CoreInput.Received in -> frame(out.u8(2).i32(in.connection()), in.message());
            case CoreInput.StoppedHere in -> text(out.u8(3), in.reason());
            case CoreInput.ScannerRead in -> {
                WireValues.write(out.u8(4), in.scanner());
                WireValues.write(out, nameless(in.patient()));
            }
            case CoreInput.ScannerFaulted in -> text(out.u8(5), in.text());
            case CoreInput.PlanLoaded in -> answer(out.u8(6).text(in.seriesUid(), TEXT), in.answer());
            case CoreInput.BeamOn in -> text(out.u8(7), in.seriesUid());
            case CoreInput.BeamOff in -> text(out.u8(8), in.seriesUid());
            case CoreInput.SliceMade in -> text(out.u8(9), in.seriesUid());
            case CoreInput.RunDone in -> text(out.u8(10), in.seriesUid());
            case CoreInput.RunFailed in -> text(out.u8(11).text(in.seriesUid(), TEXT), in.reason());
            case CoreInput.JournalBehind in -> text(out.u8(12), in.text());
            case CoreInput.Tick in -> out.u8(13);
        }
    }

    static CoreInput read(WireReader in, Keys keys) throws ProtocolException {
        int code = in.u8("input");
        return switch (code) {
            case 0 ->
                new CoreInput.Joined(
                        in.i32("connection"),
                        in.text("operator", TEXT),
                        in.code("role", Role.class),
                        keys.key(in.blob("key", KEY)),
                        in.bool("relayed"));
            case 1 -> new CoreInput.Left(in.i32("connection"), text(in));
            case 2 -> new CoreInput.Received(in.i32("connection"), frame(in));
            case 3 -> new CoreInput.StoppedHere(text(in));
            case 4 -> new CoreInput.ScannerRead(WireValues.scanner(in), WireValues.patient(in));
            case 5 -> new CoreInput.ScannerFaulted(text(in));
            case 6 -> new CoreInput.PlanLoaded(in.text("series UID", TEXT), answer(in));
            case 7 -> new CoreInput.BeamOn(text(in));
            case 8 -> new CoreInput.BeamOff(text(in));
            case 9 -> new CoreInput.SliceMade(text(in));
            case 10 -> new CoreInput.RunDone(text(in));
            case 11 -> new CoreInput.RunFailed(in.text("series UID", TEXT), text(in));
            case 12 -> new CoreInput.JournalBehind(text(in));
            case 13 -> new CoreInput.Tick();
            default -> throw new ProtocolException("input: code " + code + ", known are 0 to 13");
        };
    }

    /** The same patient and study without the name. */
    static PatientContext nameless(PatientContext patient) {
        return new PatientContext(
                patient.patientId(),
                "",
                patient.birthDate(),
                patient.sex(),
                patient.studyUid(),
                patient.accession(),
                patient.identityConfirmed());
    }

    /** A line that came from outside, as much of it as there is room for. */
    static WireWriter text(WireWriter out, String text) {
        return out.text(text.length() <= TEXT / 4 ? text : text.substring(0, TEXT / 4), TEXT);
    }

    static String text(WireReader in) throws ProtocolException {
        return in.text("text", TEXT);
    }

    static WireWriter frame(WireWriter out, Message message) {
        byte[] frame = MessageCodec.encode(message);
        return out.i32(frame.length).raw(frame);
    }

    static Message frame(WireReader in) throws ProtocolException {
        int bytes = in.i32("frame");
        if (bytes < 0) {
            throw new ProtocolException("frame: " + bytes + " bytes");
        }
        Optional<Message> message = MessageCodec.decode(in.raw("frame", bytes));
        return message.orElseThrow(() -> new ProtocolException("frame: a type that this version does not know"));
    }

    private static void answer(WireWriter out, PortAnswer answer) {
        switch (answer) {
            case PortAnswer.Refused refused -> text(out.bool(false), refused.reason());
            case PortAnswer.Loaded loaded -> {
                text(out.bool(true), loaded.layout().description())
                        .i32(loaded.layout().plannedSlices());
                WireValues.write(out, loaded.layout().geometry());
            }
        }
    }

    private static PortAnswer answer(WireReader in) throws ProtocolException {
        return in.bool("loaded")
                ? new PortAnswer.Loaded(new SeriesLayout(text(in), in.i32("slices"), WireValues.geometry(in)))
                : new PortAnswer.Refused(text(in));
    }
}
