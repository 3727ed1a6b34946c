package org.farfield.remote.twin;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.farfield.remote.gateway.ScannerDescription;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.xray.Beam;

/**
 * What this scanner is: its name, the limits of its plans, the plans it starts from and the figures of its machinery.
 */
final class ScannerFacts {
    static final String MANUFACTURER = "Farfield";
    static final String MODEL = "CT twin";
    static final String SCANNER_ID = "CT-TWIN-1";

    /** The table's ends, as patient z. */
    static final double LOWEST_MM = -260;

    static final double HIGHEST_MM = 280;

    /** Speed of the table without beam, mm/s. */
    static final double TABLE_MM_PER_SECOND = 120;

    /** From rest to full speed of the anode, s. */
    static final double ROTOR_SECONDS = 1.2;

    /** Slices that the reconstruction gives in a second at pace 1, at the most. */
    static final double SLICES_PER_SECOND = 10;

    /** The generator's power, kW. */
    static final double GENERATOR_KILOWATTS = 80;

    /** Heat that the anode can hold, kJ (about 5 MHU), and the time in which it cools to a third, s. */
    static final double ANODE_KILOJOULES = 3600;

    static final double ANODE_COOLING_SECONDS = 240;

    /** Width of the finest detector row, mm. */
    static final double ROW_MM = 0.625;

    /** What the table carries, kg: usual for CT tables (500 lb). */
    static final double TABLE_LOAD_KG = 227;

    /** The anode's heat, per cent, at which nothing more is exposed, and below which it may be again. */
    static final double HOT_PERCENT = 95;

    static final double COOL_PERCENT = 85;

    private ScannerFacts() {}

    static ScannerDescription description(List<ScanPlan> protocols) {
        return new ScannerDescription(SCANNER_ID, MANUFACTURER, MODEL, limits(), protocols);
    }

    private static PlanLimits limits() {
        Map<PlanField, FieldLimit> fields = new EnumMap<>(PlanField.class);
        fields.put(PlanField.START_MM, new FieldLimit.Range(LOWEST_MM, HIGHEST_MM, 0));
        fields.put(PlanField.END_MM, new FieldLimit.Range(LOWEST_MM, HIGHEST_MM, 0));
        double[] voltages =
                Beam.voltages().stream().mapToDouble(Integer::doubleValue).toArray();
        fields.put(PlanField.KILOVOLTS, FieldLimit.Choice.of(voltages));
        fields.put(PlanField.TUBE_CURRENT_MA, new FieldLimit.Range(10, 600, 1));
        fields.put(PlanField.ROTATION_SECONDS, FieldLimit.Choice.of(0.3, 0.4, 0.5, 0.75, 1));
        fields.put(PlanField.PITCH, new FieldLimit.Range(0.5, 1.5, 0));
        fields.put(PlanField.COLLIMATION_MM, FieldLimit.Choice.of(5, 10, 20, 40, 80));
        fields.put(PlanField.SLICE_THICKNESS_MM, FieldLimit.Choice.of(0.625, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10));
        fields.put(PlanField.INTERVAL_MM, new FieldLimit.Range(0.3, 10, 0));
        fields.put(PlanField.FIELD_OF_VIEW_MM, new FieldLimit.Range(100, 500, 0));
        fields.put(PlanField.CENTER_X_MM, new FieldLimit.Range(-150, 150, 0));
        fields.put(PlanField.CENTER_Y_MM, new FieldLimit.Range(-150, 150, 0));
        fields.put(PlanField.BREATH_HOLD_DELAY_SECONDS, new FieldLimit.Range(0, 20, 0));
        fields.put(PlanField.MATRIX, FieldLimit.Choice.of(512));
        List<String> kernels = Recipe.all().stream().map(Recipe::word).toList();
        return new PlanLimits(fields, kernels, 540, 1000, 60);
    }
}
