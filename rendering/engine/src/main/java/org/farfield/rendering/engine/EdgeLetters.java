package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.farfield.rendering.volume.PatientVector;

/**
 * Which way the patient lies at each edge of a picture: L R A P H F, as Patient Orientation (0020,0020) has it, PS3.3
 * C.7.6.1.1.1.
 */
public record EdgeLetters(String left, String right, String top, String bottom) {

    /** A part of a direction smaller than this is not named. */
    private static final double THRESHOLD = 1e-3;

    public static EdgeLetters of(ImagePlane plane) {
        return new EdgeLetters(
                letters(plane.right().negated()),
                letters(plane.right()),
                letters(plane.down().negated()),
                letters(plane.down()));
    }

    /** One letter for each axis that the direction has a part of, the largest part first. */
    public static String letters(PatientVector direction) {
        PatientVector unit = direction.normalized();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(unit.x(), 'L', 'R'));
        parts.add(new Part(unit.y(), 'P', 'A'));
        parts.add(new Part(unit.z(), 'H', 'F'));
        return parts.stream()
                .filter(part -> Math.abs(part.size()) > THRESHOLD)
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.size())))
                .map(part -> String.valueOf(part.size() > 0 ? part.positive() : part.negative()))
                .collect(Collectors.joining());
    }

    private record Part(double size, char positive, char negative) {}
}
