package org.farfield.remote.protocol.message;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;

/**
 * Scan plans and their limits on the wire.
 *
 * <pre>
 * plan    kind u8, view u8, start f64, end f64, kilovolts i32, tube current f64, rotation f64, pitch f64,
 *         collimation f64, thickness f64, interval f64, field of view f64, centre x f64, centre y f64, kernel text,
 *         breath-hold delay f64, matrix i32
 * limits  count u16, {field u8, limit}..., kernels: count u16, text..., length f64, slices i32, seconds f64
 * limit   0 u8, minimum f64, maximum f64, step f64  |  1 u8, count u16, value f64...
 * </pre>
 */
final class PlanWire {
    private PlanWire() {}

    static void write(WireWriter out, ScanPlan plan) {
        out.code(plan.kind())
                .code(plan.view())
                .f64(plan.startMm())
                .f64(plan.endMm())
                .i32(plan.kilovolts())
                .f64(plan.tubeCurrentMa())
                .f64(plan.rotationSeconds())
                .f64(plan.pitch())
                .f64(plan.collimationMm())
                .f64(plan.sliceThicknessMm())
                .f64(plan.intervalMm())
                .f64(plan.fieldOfViewMm())
                .f64(plan.centerXMm())
                .f64(plan.centerYMm())
                .text(plan.kernel(), Bounds.WORD)
                .f64(plan.breathHoldDelaySeconds())
                .i32(plan.matrix());
    }

    /** Refuses numbers that are not rounded as a plan's are: each plan has one form only, also under a signature. */
    static ScanPlan plan(WireReader in) throws ProtocolException {
        ByteBuffer from = in.here();
        ScanPlan plan = read(in);
        WireWriter again = new WireWriter();
        write(again, plan);
        byte[] canonical = again.bytes();
        if (!from.slice(0, canonical.length).equals(ByteBuffer.wrap(canonical))) {
            throw new ProtocolException("plan: a number is not rounded to a thousandth");
        }
        return plan;
    }

    private static ScanPlan read(WireReader in) throws ProtocolException {
        return new ScanPlan(
                in.code("plan kind", PlanKind.class),
                in.code("plan view", LocalizerView.class),
                in.f64("plan start"),
                in.f64("plan end"),
                in.i32("plan kilovolts"),
                in.f64("plan tube current"),
                in.f64("plan rotation"),
                in.f64("plan pitch"),
                in.f64("plan collimation"),
                in.f64("plan thickness"),
                in.f64("plan interval"),
                in.f64("plan field of view"),
                in.f64("plan centre x"),
                in.f64("plan centre y"),
                in.text("plan kernel", Bounds.WORD),
                in.f64("plan breath-hold delay"),
                in.i32("plan matrix"));
    }

    static void write(WireWriter out, PlanLimits limits) {
        out.list(List.copyOf(limits.fields().entrySet()), PlanField.values().length, (o, entry) -> {
            o.code(entry.getKey());
            write(o, entry.getValue());
        });
        out.list(limits.kernels(), Bounds.CHOICES, (o, kernel) -> o.text(kernel, Bounds.WORD));
        out.f64(limits.maximumLengthMm()).i32(limits.maximumSlices()).f64(limits.maximumScanSeconds());
    }

    static PlanLimits limits(WireReader in) throws ProtocolException {
        Map<PlanField, FieldLimit> fields = new EnumMap<>(PlanField.class);
        in.list("limits", PlanField.values().length, i -> {
            PlanField field = i.code("limit field", PlanField.class);
            FieldLimit limit = limit(i);
            if (fields.put(field, limit) != null) {
                throw new ProtocolException("limit field: " + field.word() + " comes twice");
            }
            return field;
        });
        return new PlanLimits(
                fields,
                in.list("kernels", Bounds.CHOICES, i -> i.text("kernel", Bounds.WORD)),
                in.f64("maximum length"),
                in.i32("maximum slices"),
                in.f64("maximum scan time"));
    }

    private static void write(WireWriter out, FieldLimit limit) {
        switch (limit) {
            case FieldLimit.Range r ->
                out.u8(0).f64(r.minimum()).f64(r.maximum()).f64(r.step());
            case FieldLimit.Choice c -> out.u8(1).list(c.values(), Bounds.CHOICES, WireWriter::f64);
        }
    }

    private static FieldLimit limit(WireReader in) throws ProtocolException {
        int kind = in.u8("limit kind");
        return switch (kind) {
            case 0 -> new FieldLimit.Range(in.f64("minimum"), in.f64("maximum"), in.f64("step"));
            case 1 -> new FieldLimit.Choice(in.list("choices", Bounds.CHOICES, i -> i.f64("choice")));
            default -> throw new ProtocolException("limit kind: " + kind + " is neither 0 nor 1");
        };
    }
}
