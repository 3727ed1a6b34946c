package org.farfield.remote.twin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.farfield.remote.gateway.SeriesLayout;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.SeriesGeometry;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.LocalizerMaker;

/** A plan that the scanner took over, with everything that its instances have in common. Immutable. */
record PlannedSeries(
        ScanPlan plan, String bodyPart, String seriesUid, int number, String frameOfReferenceUid, Instant loadedAt) {
    /** Stored values are HU + 1024 in 12 bits; a localizer's are its own scale on the same intercept. */
    static final double INTERCEPT = -1024;

    boolean localizer() {
        return plan.kind() == PlanKind.LOCALIZER;
    }

    boolean lateral() {
        return plan.view() == LocalizerView.LATERAL;
    }

    String description() {
        return localizer()
                ? "Localizer " + (lateral() ? "lateral" : "AP")
                : region() + " " + shown(plan.sliceThicknessMm()) + " mm " + plan.kernel();
    }

    /** What Protocol Name (0018,1030) says. */
    String protocol() {
        return localizer() ? "Localizer" : region() + " helical";
    }

    private String region() {
        return bodyPart.substring(0, 1) + bodyPart.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String shown(double mm) {
        return BigDecimal.valueOf(mm).stripTrailingZeros().toPlainString();
    }

    ImageField field() {
        return new ImageField(plan.matrix(), plan.fieldOfViewMm(), plan.centerXMm(), plan.centerYMm());
    }

    /** Rows of the localizer picture; its columns are fixed. */
    int localizerRows() {
        return Math.max(1, (int) Math.round(plan.lengthMm() / LocalizerMaker.PIXEL_MM));
    }

    /** z of the centre of a localizer's first row: the end of the range nearer to the head. */
    double localizerTopMm() {
        return Math.max(plan.startMm(), plan.endMm()) - LocalizerMaker.PIXEL_MM / 2;
    }

    /** z of slice {@code index}. */
    double sliceZ(int index) {
        return plan.sliceZ(index);
    }

    /** Seconds of beam after which all data of slice {@code index} have been measured. */
    double measuredAfterSeconds(int index) {
        if (localizer()) {
            return plan.scanSeconds();
        }
        double reach = index * plan.intervalMm() + plan.sliceThicknessMm() / 2;
        return Math.min(plan.scanSeconds(), reach / plan.tableSpeedMmPerSecond() + plan.rotationSeconds());
    }

    SeriesLayout layout() {
        return new SeriesLayout(
                description(), plan.plannedSlices(), localizer() ? localizerGeometry() : axialGeometry());
    }

    private SeriesGeometry axialGeometry() {
        ImageField field = field();
        double step = Math.signum(plan.endMm() - plan.startMm()) * plan.intervalMm();
        return new SeriesGeometry(
                plan.matrix(),
                plan.matrix(),
                field.x(0),
                field.y(0),
                sliceZ(0),
                1,
                0,
                0,
                0,
                1,
                0,
                field.pixelMm(),
                field.pixelMm(),
                0,
                0,
                step,
                frameOfReferenceUid,
                false,
                1,
                INTERCEPT);
    }

    private SeriesGeometry localizerGeometry() {
        double first = -(LocalizerMaker.COLUMNS - 1) / 2.0 * LocalizerMaker.PIXEL_MM;
        boolean side = lateral();
        return new SeriesGeometry(
                LocalizerMaker.COLUMNS,
                localizerRows(),
                side ? 0 : first,
                side ? first : 0,
                localizerTopMm(),
                side ? 0 : 1,
                side ? 1 : 0,
                0,
                0,
                0,
                -1,
                LocalizerMaker.PIXEL_MM,
                LocalizerMaker.PIXEL_MM,
                side ? 1 : 0,
                side ? 0 : 1,
                0,
                frameOfReferenceUid,
                false,
                1,
                INTERCEPT);
    }
}
