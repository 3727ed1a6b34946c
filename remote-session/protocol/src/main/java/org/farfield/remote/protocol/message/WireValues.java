package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerState;

/**
 * The values that messages are made of, in the form that they have inside a message (docs/protocol.md), for whoever
 * keeps them elsewhere. Reading refuses what a message would be refused for. Stateless; any thread.
 */
public final class WireValues {
    private WireValues() {}

    /** A plan. */
    public static void write(WireWriter out, ScanPlan plan) {
        PlanWire.write(out, plan);
    }

    /** A plan. */
    public static ScanPlan plan(WireReader in) throws ProtocolException {
        return PlanWire.plan(in);
    }

    /** What a scanner allows. */
    public static void write(WireWriter out, PlanLimits limits) {
        PlanWire.write(out, limits);
    }

    /** What a scanner allows. */
    public static PlanLimits limits(WireReader in) throws ProtocolException {
        return PlanWire.limits(in);
    }

    /** A scanner's state. */
    public static void write(WireWriter out, ScannerState scanner) {
        StateWire.write(out, scanner);
    }

    /** A scanner's state. */
    public static ScannerState scanner(WireReader in) throws ProtocolException {
        return StateWire.scanner(in);
    }

    /** A patient and his study. */
    public static void write(WireWriter out, PatientContext patient) {
        StateWire.write(out, patient);
    }

    /** A patient and his study. */
    public static PatientContext patient(WireReader in) throws ProtocolException {
        return StateWire.patient(in);
    }

    /** Where a series lies. */
    public static void write(WireWriter out, SeriesGeometry geometry) {
        SeriesWire.write(out, geometry);
    }

    /** Where a series lies. */
    public static SeriesGeometry geometry(WireReader in) throws ProtocolException {
        return SeriesWire.geometry(in);
    }
}
