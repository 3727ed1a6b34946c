package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.List;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.RegionStatistics;

/** The numbers of a measurement as they are written beside it, a line each. */
public final class MeasurementWords {
    private final Texts texts;

    /** Words in the language of {@code texts}. */
    public MeasurementWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * The lines of a measurement.
     *
     * @param unit of the values in the volume
     */
    public List<String> of(Measured measured, String unit) {
        List<String> lines = new ArrayList<>();
        measured.degrees().ifPresent(degrees -> {
            if (Double.isFinite(degrees)) {
                lines.add(Numbers.fixed(degrees, 1) + "\u00b0");
            }
        });
        boolean region = measured.areaMm2().isPresent();
        measured.areaMm2().ifPresent(area -> lines.add(texts.get("measure.area", Numbers.fixed(area, 1))));
        if (!region) {
            measured.lengthMm().ifPresent(mm -> lines.add(texts.get("measure.length", Numbers.fixed(mm, 1))));
        }
        measured.inside().ifPresent(values -> {
            if (region) {
                lines.addAll(statistics(values, unit));
            } else {
                lines.add(withUnit(Numbers.plain(Math.rint(values.mean() * 10) / 10), unit));
            }
        });
        return lines;
    }

    private List<String> statistics(RegionStatistics values, String unit) {
        return List.of(
                texts.get("measure.mean", Numbers.fixed(values.mean(), 1), Numbers.fixed(values.deviation(), 1), unit),
                texts.get(
                        "measure.range",
                        Numbers.plain(values.lowest()),
                        Numbers.plain(values.highest()),
                        values.count()));
    }

    private static String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
