package org.farfield.remote.twin;

import java.time.Instant;
import org.farfield.dicom.Uids;
import org.farfield.remote.protocol.DoseFigures;
import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.ScanPlan;

/**
 * One irradiation: what was planned, when the beam was on and for how long. Immutable.
 *
 * @param uid Irradiation Event UID
 */
record DoseEvent(PlannedSeries series, String uid, Instant beamOn, double beamSeconds) {
    static DoseEvent of(PlannedSeries series, Instant beamOn, double beamSeconds) {
        return new DoseEvent(series, Uids.create(), beamOn, beamSeconds);
    }

    Instant beamOff() {
        return beamOn.plusMillis(Math.round(beamSeconds * 1000));
    }

    DoseGuide guide() {
        return TwinDose.of(series.bodyPart());
    }

    /** What was given: CTDIvol as planned, DLP over the length that the beam has reached. */
    DoseFigures given() {
        double ctdiVol = guide().estimate(series.plan()).ctdiVolMGy();
        return new DoseFigures(ctdiVol, ctdiVol * exposedMm() / 10);
    }

    Irradiation irradiation() {
        ScanPlan plan = series.plan();
        DoseFigures given = given();
        return new Irradiation(
                plan.kilovolts(), plan.tubeCurrentMa(), beamSeconds, given.ctdiVolMGy(), given.dlpMGyCm());
    }

    double exposedMm() {
        return series.plan().tableSpeedMmPerSecond() * beamSeconds;
    }
}
