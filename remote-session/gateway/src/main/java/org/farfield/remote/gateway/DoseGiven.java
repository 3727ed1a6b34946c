package org.farfield.remote.gateway;

import org.farfield.remote.protocol.DoseFigures;
import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.WireReader;
import org.farfield.remote.protocol.message.WireWriter;

/**
 * The dose of one element whose beam was on: its whole forward estimate, also where it was stopped early.
 *
 * @param lowMm lowest patient z of the exposed range
 * @param highMm highest
 */
record DoseGiven(String studyUid, double lowMm, double highMm, DoseFigures figures) {
    private static final int UID = 128;

    /** Over-ranging is laid to both ends. */
    static DoseGiven of(String studyUid, ScanPlan plan, DoseFigures figures) {
        double beyond = Math.max(0, DoseGuide.exposedMm(plan) - plan.lengthMm()) / 2;
        return new DoseGiven(
                studyUid,
                Math.min(plan.startMm(), plan.endMm()) - beyond,
                Math.max(plan.startMm(), plan.endMm()) + beyond,
                figures);
    }

    boolean covers(double z) {
        return z >= lowMm && z <= highMm;
    }

    void write(WireWriter out) {
        out.text(studyUid, UID).f64(lowMm).f64(highMm).f64(figures.ctdiVolMGy()).f64(figures.dlpMGyCm());
    }

    static DoseGiven read(WireReader in) throws ProtocolException {
        return new DoseGiven(
                in.text("study UID", UID),
                in.f64("lowest z"),
                in.f64("highest z"),
                new DoseFigures(in.f64("CTDIvol"), in.f64("DLP")));
    }
}
