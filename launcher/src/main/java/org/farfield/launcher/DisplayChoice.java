package org.farfield.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.DisplayCurve;

/**
 * The display as {@code --gsdf} names it: {@code LMIN,LMAX[,EXPONENT]} in cd/m2, or a file with the luminance of one
 * equally spaced driving level a line.
 */
final class DisplayChoice {
    /** Of a display as IEC 61966-2-1 (sRGB) has it, taken as one power. */
    private static final double SRGB_EXPONENT = 2.2;

    private DisplayChoice() {}

    static Optional<DisplayCurve> parse(Optional<String> text) throws WrongUsage {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String words = text.get();
        try {
            return Optional.of(words.contains(",") ? power(words) : measured(words));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--gsdf: " + e.getMessage());
        }
    }

    private static DisplayCurve power(String words) throws WrongUsage {
        int count = words.split(",", -1).length;
        double[] numbers = Arguments.numbers("--gsdf", words, ",", count == 3 ? 3 : 2);
        return new DisplayCurve.Power(numbers[0], numbers[1], count == 3 ? numbers[2] : SRGB_EXPONENT);
    }

    private static DisplayCurve measured(String words) throws WrongUsage {
        List<Double> luminances = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(words))) {
                if (!line.isBlank()) {
                    luminances.add(Arguments.numbers("--gsdf " + words, line, ",", 1)[0]);
                }
            }
        } catch (InvalidPathException | IOException e) {
            throw new WrongUsage("--gsdf expects LMIN,LMAX[,EXPONENT] or a file of luminances, got '" + words + "'");
        }
        return new DisplayCurve.Measured(luminances);
    }
}
