package org.farfield.remote.protocol;

/**
 * By what the dose of a plan is estimated and judged for the patient on the table (NEMA XR-25). Immutable; any thread.
 *
 * <p>CTDIvol = output x effective mAs / 100, with output = outputMGyPer100Mas x (kV / outputKilovolts) ^ exponent: the
 * weighted CTDI a 100 mAs in the phantom, which divided by the pitch is CTDIvol (IEC 60601-2-44; the pitch is in the
 * effective mAs). Of a localizer, where the tube stands still, effective mAs is the tube current times the time for
 * which a place lies in the beam. DLP = CTDIvol x the length that is exposed, over-ranging included.
 *
 * @param region the body region in the site's words
 * @param phantomCm diameter of the CTDI phantom, 16 or 32
 * @param outputKilovolts the tube voltage that the output was measured at
 * @param outputMGyPer100Mas weighted CTDI there, mGy a 100 mAs
 * @param outputExponent how it grows with the tube voltage
 * @param notification for the planned element
 * @param alert for the study with it
 * @param ceiling for the study with it, never to be passed
 */
public record DoseGuide(
        String region,
        int phantomCm,
        double outputKilovolts,
        double outputMGyPer100Mas,
        double outputExponent,
        DoseValues notification,
        DoseValues alert,
        DoseValues ceiling) {

    /** The forward estimate for a plan; not finite where the plan gives none (nothing moves, no pitch). */
    public DoseFigures estimate(ScanPlan plan) {
        double output = outputMGyPer100Mas * Math.pow(plan.kilovolts() / outputKilovolts, outputExponent);
        double ctdiVol = output * effectiveMas(plan) / 100;
        return new DoseFigures(ctdiVol, ctdiVol * exposedMm(plan) / 10);
    }

    /** The length of the patient that is exposed, mm. */
    public static double exposedMm(ScanPlan plan) {
        return plan.tableSpeedMmPerSecond() * plan.scanSeconds();
    }

    private static double effectiveMas(ScanPlan plan) {
        return plan.kind() == PlanKind.LOCALIZER
                ? plan.tubeCurrentMa() * plan.collimationMm() / ScanPlan.LOCALIZER_TABLE_SPEED_MM_S
                : plan.pitch() > 0 ? plan.effectiveMas() : Double.NaN;
    }

    /**
     * Where a planned element stands; what cannot be estimated stands above the ceiling.
     *
     * @param planned its own estimate
     * @param before what the study has given by now where the element lies
     */
    public DoseLevel level(DoseFigures planned, DoseFigures before) {
        DoseFigures study = planned.plus(before);
        if (!Double.isFinite(study.ctdiVolMGy()) || !Double.isFinite(study.dlpMGyCm()) || ceiling.passedBy(study)) {
            return DoseLevel.CEILING;
        }
        if (alert.passedBy(study)) {
            return DoseLevel.ALERT;
        }
        return notification.passedBy(planned) ? DoseLevel.NOTIFICATION : DoseLevel.BELOW;
    }
}
