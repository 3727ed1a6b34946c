package org.farfield.remote.protocol.message;

import java.util.OptionalDouble;
import org.farfield.remote.protocol.DoseAnswer;
import org.farfield.remote.protocol.DoseFigures;
import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseState;
import org.farfield.remote.protocol.DoseValues;

/**
 * Dose on the wire.
 *
 * <pre>
 * dose     guide, planned figures, figures before, level u8, reason {bool, answer}, authorised {bool, answer}
 * guide    region text, phantom i32, output kV f64, output f64, exponent f64, notification, alert, ceiling: values
 * values   CTDIvol {bool, f64}, DLP {bool, f64}
 * figures  CTDIvol f64, DLP f64
 * answer   operator text, reason text
 * </pre>
 */
final class DoseWire {
    private DoseWire() {}

    static void write(WireWriter out, DoseState dose) {
        DoseGuide guide = dose.guide();
        out.text(guide.region(), Bounds.WORD)
                .i32(guide.phantomCm())
                .f64(guide.outputKilovolts())
                .f64(guide.outputMGyPer100Mas())
                .f64(guide.outputExponent());
        write(out, guide.notification());
        write(out, guide.alert());
        write(out, guide.ceiling());
        write(out, dose.planned());
        write(out, dose.before());
        out.code(dose.level()).optional(dose.reason(), DoseWire::write).optional(dose.authorised(), DoseWire::write);
    }

    static DoseState dose(WireReader in) throws ProtocolException {
        DoseGuide guide = new DoseGuide(
                in.text("dose region", Bounds.WORD),
                in.i32("dose phantom"),
                in.f64("dose output kilovolts"),
                in.f64("dose output"),
                in.f64("dose output exponent"),
                values(in),
                values(in),
                values(in));
        return new DoseState(
                guide,
                figures(in),
                figures(in),
                in.code("dose level", DoseLevel.class),
                in.optional("dose reason", DoseWire::answer),
                in.optional("dose authorised", DoseWire::answer));
    }

    private static void write(WireWriter out, DoseValues values) {
        write(out, values.ctdiVolMGy());
        write(out, values.dlpMGyCm());
    }

    private static void write(WireWriter out, OptionalDouble value) {
        out.bool(value.isPresent());
        value.ifPresent(out::f64);
    }

    private static DoseValues values(WireReader in) throws ProtocolException {
        return new DoseValues(value(in), value(in));
    }

    private static OptionalDouble value(WireReader in) throws ProtocolException {
        return in.bool("dose value there") ? OptionalDouble.of(in.f64("dose value")) : OptionalDouble.empty();
    }

    private static void write(WireWriter out, DoseFigures figures) {
        out.f64(figures.ctdiVolMGy()).f64(figures.dlpMGyCm());
    }

    private static DoseFigures figures(WireReader in) throws ProtocolException {
        return new DoseFigures(in.f64("CTDIvol"), in.f64("DLP"));
    }

    private static void write(WireWriter out, DoseAnswer answer) {
        out.text(answer.operator(), Bounds.ID).text(answer.reason(), Bounds.TEXT);
    }

    private static DoseAnswer answer(WireReader in) throws ProtocolException {
        return new DoseAnswer(in.text("dose operator", Bounds.ID), in.text("dose reason", Bounds.TEXT));
    }
}
