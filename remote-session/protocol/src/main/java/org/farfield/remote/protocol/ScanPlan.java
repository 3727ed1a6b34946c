package org.farfield.remote.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One planned CT element, in the units that the names say. Positions are patient z in mm (LPS, growing to the head),
 * which is also the table position. Immutable; any thread.
 *
 * <p>Every number is rounded to a thousandth of its unit when the plan is made, so that the canonical text holds the
 * whole plan: two plans are equal exactly when their texts, and so their hashes, are. A plan need not be within any
 * limits: {@link PlanLimits#check} says that.
 *
 * @param view from where a localizer is taken; kept but without meaning for a helical plan
 * @param tubeCurrentMa tube current in mA; effective mAs is derived
 * @param pitch table feed in a rotation over total collimation
 * @param collimationMm total nominal beam width at the isocentre
 * @param fieldOfViewMm diameter of the reconstructed circle, side of the picture
 * @param centerXMm centre of the field of view, patient x (LPS)
 * @param centerYMm centre of the field of view, patient y (LPS)
 * @param kernel name of the reconstruction kernel: 1 to 16 printable ASCII characters without blanks
 * @param breathHoldDelaySeconds from release to beam on
 * @param matrix rows = columns of the reconstructed picture
 */
public record ScanPlan(
        PlanKind kind,
        LocalizerView view,
        double startMm,
        double endMm,
        int kilovolts,
        double tubeCurrentMa,
        double rotationSeconds,
        double pitch,
        double collimationMm,
        double sliceThicknessMm,
        double intervalMm,
        double fieldOfViewMm,
        double centerXMm,
        double centerYMm,
        String kernel,
        double breathHoldDelaySeconds,
        int matrix) {

    /** The table's speed during a localizer, mm/s. */
    public static final double LOCALIZER_TABLE_SPEED_MM_S = 100;

    /**
     * Rounds every number to a thousandth.
     *
     * @throws IllegalArgumentException a number that is not finite or beyond a million, a kernel that is no plain word
     */
    public ScanPlan {
        startMm = rounded("start", startMm);
        endMm = rounded("end", endMm);
        tubeCurrentMa = rounded("ma", tubeCurrentMa);
        rotationSeconds = rounded("rotation", rotationSeconds);
        pitch = rounded("pitch", pitch);
        collimationMm = rounded("collimation", collimationMm);
        sliceThicknessMm = rounded("thickness", sliceThicknessMm);
        intervalMm = rounded("interval", intervalMm);
        fieldOfViewMm = rounded("fov", fieldOfViewMm);
        centerXMm = rounded("center-x", centerXMm);
        centerYMm = rounded("center-y", centerYMm);
        breathHoldDelaySeconds = rounded("breath-hold-delay", breathHoldDelaySeconds);
        if (!kernel.matches("[!-~]{1,16}")) {
            throw new IllegalArgumentException("kernel: 1 to 16 printable ASCII characters without blanks are allowed");
        }
    }

    /** A plain adult thorax localizer at 120 kV, for a patient lying from {@code startMm} to {@code endMm}. */
    public static ScanPlan localizer(LocalizerView view, double startMm, double endMm) {
        return new ScanPlan(
                PlanKind.LOCALIZER, view, startMm, endMm, 120, 35, 1, 1, 5, 5, 5, 500, 0, 0, "STANDARD", 0, 512);
    }

    /** A plain adult thorax helical plan at 120 kV over the given range, slices of 2 mm every 2 mm. */
    public static ScanPlan helical(double startMm, double endMm) {
        return new ScanPlan(
                PlanKind.HELICAL,
                LocalizerView.AP,
                startMm,
                endMm,
                120,
                200,
                0.5,
                1,
                40,
                2,
                2,
                400,
                0,
                0,
                "STANDARD",
                3,
                512);
    }

    /** Tube current times rotation time over pitch, mAs. 0 where the pitch is not positive. */
    public double effectiveMas() {
        return pitch > 0 ? tubeCurrentMa * rotationSeconds / pitch : 0;
    }

    /** Distance from start to end, mm, never negative. */
    public double lengthMm() {
        return Math.abs(endMm - startMm);
    }

    /** How many slices the range gives, both ends included; 1 for a localizer; 0 where the interval is not positive. */
    public int plannedSlices() {
        if (kind == PlanKind.LOCALIZER) {
            return 1;
        }
        return intervalMm > 0 ? (int) Math.min(1_000_000, Math.floor(lengthMm() / intervalMm + 1e-6) + 1) : 0;
    }

    /** Patient z of slice {@code index} (0 = at the start), mm, in the direction of the scan. */
    public double sliceZ(int index) {
        return startMm + Math.signum(endMm - startMm) * index * intervalMm;
    }

    /** Table speed while exposing, mm/s; 0 where the plan gives none. */
    public double tableSpeedMmPerSecond() {
        if (kind == PlanKind.LOCALIZER) {
            return LOCALIZER_TABLE_SPEED_MM_S;
        }
        return rotationSeconds > 0 ? Math.max(0, pitch * collimationMm / rotationSeconds) : 0;
    }

    /** Seconds of beam on: the range at table speed and, helical, one rotation more; infinite where nothing moves. */
    public double scanSeconds() {
        double speed = tableSpeedMmPerSecond();
        double moving = speed > 0 ? lengthMm() / speed : Double.POSITIVE_INFINITY;
        return kind == PlanKind.HELICAL ? moving + rotationSeconds : moving;
    }

    /** The number in a field, in the field's unit. */
    public double number(PlanField field) {
        return switch (field) {
            case START_MM -> startMm;
            case END_MM -> endMm;
            case KILOVOLTS -> kilovolts;
            case TUBE_CURRENT_MA -> tubeCurrentMa;
            case ROTATION_SECONDS -> rotationSeconds;
            case PITCH -> pitch;
            case COLLIMATION_MM -> collimationMm;
            case SLICE_THICKNESS_MM -> sliceThicknessMm;
            case INTERVAL_MM -> intervalMm;
            case FIELD_OF_VIEW_MM -> fieldOfViewMm;
            case CENTER_X_MM -> centerXMm;
            case CENTER_Y_MM -> centerYMm;
            case BREATH_HOLD_DELAY_SECONDS -> breathHoldDelaySeconds;
            case MATRIX -> matrix;
        };
    }

    /** The same plan with one number changed; whole numbers are rounded. */
    public ScanPlan with(PlanField changed, double value) {
        PlanNumbers n = new PlanNumbers(this, changed, value);
        return new ScanPlan(
                kind,
                view,
                n.of(PlanField.START_MM),
                n.of(PlanField.END_MM),
                n.whole(PlanField.KILOVOLTS),
                n.of(PlanField.TUBE_CURRENT_MA),
                n.of(PlanField.ROTATION_SECONDS),
                n.of(PlanField.PITCH),
                n.of(PlanField.COLLIMATION_MM),
                n.of(PlanField.SLICE_THICKNESS_MM),
                n.of(PlanField.INTERVAL_MM),
                n.of(PlanField.FIELD_OF_VIEW_MM),
                n.of(PlanField.CENTER_X_MM),
                n.of(PlanField.CENTER_Y_MM),
                kernel,
                n.of(PlanField.BREATH_HOLD_DELAY_SECONDS),
                n.whole(PlanField.MATRIX));
    }

    /** The same plan with another kernel. */
    public ScanPlan withKernel(String other) {
        return withWords(view, other);
    }

    /** The same plan with another localizer view. */
    public ScanPlan withView(LocalizerView other) {
        return withWords(other, kernel);
    }

    private ScanPlan withWords(LocalizerView otherView, String otherKernel) {
        return new ScanPlan(
                kind,
                otherView,
                startMm,
                endMm,
                kilovolts,
                tubeCurrentMa,
                rotationSeconds,
                pitch,
                collimationMm,
                sliceThicknessMm,
                intervalMm,
                fieldOfViewMm,
                centerXMm,
                centerYMm,
                otherKernel,
                breathHoldDelaySeconds,
                matrix);
    }

    /**
     * The text that is proposed, accepted by its hash and run: ASCII, a first line with the format's version, then one
     * {@code name=value unit} line a field in fixed order, three decimals, every line ended by a line feed.
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder("farfield-scan-plan 1\n")
                .append("kind=")
                .append(kind)
                .append("\nview=")
                .append(view)
                .append('\n');
        for (PlanField field : PlanField.values()) {
            text.append(field.word()).append('=').append(String.format(Locale.ROOT, "%.3f", number(field)));
            text.append(field.unit().isEmpty() ? "" : " " + field.unit()).append('\n');
        }
        return text.append("kernel=").append(kernel).append('\n').toString();
    }

    /** SHA-256 of {@link #canonicalText()} in ASCII, 64 lower-case hexadecimal digits. */
    public String sha256() {
        try {
            byte[] text = canonicalText().getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static double rounded(String name, double value) {
        if (!(Math.abs(value) <= 1e6)) {
            throw new IllegalArgumentException(name + ": " + value + " is not a number within a million");
        }
        return Math.rint(value * 1000) / 1000 + 0.0; // + 0.0 turns -0 into 0
    }
}
