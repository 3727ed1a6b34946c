package org.farfield.remote.twin.quality;

import java.util.Locale;
import java.util.function.Consumer;
import org.farfield.remote.twin.phantom.Point;
import org.farfield.remote.twin.phantom.QualityPhantom;
import org.farfield.remote.twin.recon.Crew;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.Kernel;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.xray.Beam;

/** Measures the quality phantom and says what came out, a line of tab-separated words for each figure. */
public final class QualityReport {
    private static final Recipe STANDARD = new Recipe(Kernel.STANDARD, 0);
    private static final ImageField WHOLE = new ImageField(512, 230, 0, 0);

    private final QualityScan scan;
    private final Consumer<String> lines;

    private QualityReport(QualityScan scan, Consumer<String> lines) {
        this.scan = scan;
        this.lines = lines;
    }

    /** Measures everything; takes about half a minute. */
    public static void write(int threads, Consumer<String> lines) {
        try (Crew crew = new Crew(threads)) {
            QualityReport report = new QualityReport(new QualityScan(crew), lines);
            report.voltages();
            report.kernels();
            report.tubeCurrent();
            report.thickness();
            report.places();
        }
    }

    private void voltages() {
        for (int kilovolts : Beam.voltages()) {
            Beam beam = Beam.of(kilovolts);
            lines.accept(String.format(
                    Locale.ROOT,
                    "BEAM\t%d kV\thvl=%.2f mm Al\teffective=%.1f keV",
                    kilovolts,
                    beam.halfValueLayerMm(),
                    beam.effectiveKeV()));
            Picture water = scan.slice(kilovolts, 1000, 5, STANDARD, WHOLE, QualityPhantom.WATER_Z, 1);
            lines.accept(String.format(
                    Locale.ROOT,
                    "WATER\t%d kV\tmiddle=%.2f HU\tedge=%.2f HU",
                    kilovolts,
                    water.disc(0, 0, 20).mean(),
                    water.disc(85, 0, 9).mean()));
            Picture rods = scan.slice(kilovolts, QualityScan.QUIET_MAS, 5, STANDARD, WHOLE, QualityPhantom.RODS_Z, 1);
            for (QualityPhantom.Rod rod : QualityPhantom.RODS) {
                lines.accept(String.format(
                        Locale.ROOT,
                        "ROD\t%d kV\t%s=%.0f HU",
                        kilovolts,
                        rod.material(),
                        rods.disc(rod.x(), rod.y(), 6).mean()));
            }
        }
    }

    private void kernels() {
        Point center = QualityPhantom.EDGE_CENTER;
        ImageField field = new ImageField(512, 110, center.x(), center.y());
        for (Recipe recipe : Recipe.all()) {
            double noise = noise(100, recipe);
            if (recipe.strength() > 0) {
                lines.accept(String.format(Locale.ROOT, "KERNEL\t%s\tnoise=%.2f HU", recipe.word(), noise));
                continue;
            }
            Picture edge = scan.slice(120, QualityScan.QUIET_MAS, 2.5, recipe, field, QualityPhantom.EDGE_Z, 1);
            Resolution resolution = Resolution.ofEdge(edge, center, QualityPhantom.EDGE_RADIUS_MM);
            lines.accept(String.format(
                    Locale.ROOT,
                    "KERNEL\t%s\tnoise=%.2f HU\tmtf50=%.2f lp/cm\tmtf10=%.2f lp/cm",
                    recipe.word(),
                    noise,
                    10 * resolution.at(0.5),
                    10 * resolution.at(0.1)));
        }
    }

    private double noise(double mas, Recipe recipe) {
        Picture one = scan.slice(120, mas, 2.5, recipe, WHOLE, QualityPhantom.WATER_Z, 1);
        Picture two = scan.slice(120, mas, 2.5, recipe, WHOLE, QualityPhantom.WATER_Z, 2);
        return one.minus(two).disc(0, 0, 40).deviation() / Math.sqrt(2);
    }

    private void tubeCurrent() {
        for (double mas : new double[] {25, 50, 100, 200, 400}) {
            double noise = noise(mas, STANDARD);
            lines.accept(String.format(
                    Locale.ROOT, "NOISE\t%.0f mAs\t%.2f HU\ttimes sqrt(mAs)=%.1f", mas, noise, noise * Math.sqrt(mas)));
        }
    }

    private void thickness() {
        ImageField field = new ImageField(512, 120, 0, 0);
        for (double mm : new double[] {1.25, 2.5, 5}) {
            Picture ramp = scan.slice(120, QualityScan.QUIET_MAS, mm, STANDARD, field, QualityPhantom.RAMP_Z, 1);
            lines.accept(String.format(Locale.ROOT, "SLICE\t%.2f mm\tfwhm=%.2f mm", mm, SliceProfile.widthMm(ramp)));
        }
    }

    private void places() {
        Picture picture = scan.slice(120, 300, 2.5, STANDARD, WHOLE, QualityPhantom.EDGE_Z, 1);
        for (Point hole : QualityPhantom.HOLES) {
            double[] seen = picture.center(hole.x(), hole.y(), 6, 0, -1000);
            lines.accept(String.format(
                    Locale.ROOT, "PLACE\t(%.0f, %.0f)\tseen=(%.2f, %.2f) mm", hole.x(), hole.y(), seen[0], seen[1]));
        }
    }
}
