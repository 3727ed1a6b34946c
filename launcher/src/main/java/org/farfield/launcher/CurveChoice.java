package org.farfield.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.rendering.engine.CurvePath;
import org.farfield.rendering.engine.CurvedLayout;
import org.farfield.rendering.engine.CurvedRequest;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/**
 * A curved reformat as the command line names it: {@code --curve "X,Y,Z X,Y,Z ..."} with {@code --curved straightened},
 * {@code stretched} or {@code section:MM}.
 *
 * @param layout empty for a cross section
 * @param sectionMm how far along the path the cross section lies
 */
record CurveChoice(CurvePath path, Optional<CurvedLayout> layout, OptionalDouble sectionMm) {
    /** Of a cross section where no scale is given. */
    private static final double SECTION_MM_PER_PIXEL = 0.25;

    static Optional<CurveChoice> parse(Optional<String> points, Optional<String> how) throws WrongUsage {
        if (points.isEmpty()) {
            if (how.isPresent()) {
                throw new WrongUsage("--curved belongs to --curve \"X,Y,Z X,Y,Z ...\"");
            }
            return Optional.empty();
        }
        List<PatientPoint> path = new ArrayList<>();
        for (String point : points.get().strip().split("\\s+", -1)) {
            double[] mm = Arguments.numbers("--curve", point, ",", 3);
            path.add(new PatientPoint(mm[0], mm[1], mm[2]));
        }
        String word = how.orElse("straightened");
        try {
            CurvePath curve = new CurvePath(path);
            if (word.startsWith("section:")) {
                double mm = Arguments.numbers("--curved section:", word.substring("section:".length()), ",", 1)[0];
                return Optional.of(new CurveChoice(curve, Optional.empty(), OptionalDouble.of(mm)));
            }
            return Optional.of(new CurveChoice(curve, Optional.of(layout(word)), OptionalDouble.empty()));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--curve: " + e.getMessage());
        }
    }

    private static CurvedLayout layout(String word) throws WrongUsage {
        return switch (word) {
            case "straightened" -> CurvedLayout.STRAIGHTENED;
            case "stretched" -> CurvedLayout.STRETCHED;
            default ->
                throw new WrongUsage("--curved expects straightened, stretched or section:MM, got '" + word + "'");
        };
    }

    RenderRequest request(RenderOptions options, Volume volume, VoiTransform window, boolean inverted) {
        PatientVector across = CurvedRequest.acrossOf(path);
        CurvedLayout shown = layout.orElse(CurvedLayout.STRAIGHTENED);
        double scale = options.mmPerPixel()
                .orElseGet(() -> layout.isPresent()
                        ? CurvedRequest.fit(path, shown, across, options.height())
                        : SECTION_MM_PER_PIXEL);
        CurvedRequest curved = new CurvedRequest(
                volume,
                path,
                shown,
                across,
                scale,
                options.width(),
                options.height(),
                Interpolation.LINEAR,
                window,
                inverted);
        if (layout.isPresent()) {
            return curved;
        }
        return new ReformatRequest(
                volume,
                curved.crossSection(sectionMm.orElse(0), scale),
                options.width(),
                options.height(),
                Slab.NONE,
                Interpolation.LINEAR,
                window,
                inverted);
    }
}
