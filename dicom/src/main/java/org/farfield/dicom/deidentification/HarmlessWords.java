package org.farfield.dicom.deidentification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cleans free text (PS3.15 E.3.4, E.3.5): what stays are words of a list (parts of the body, techniques, directions)
 * and numbers of at most three digits. No list can name all that identifies somebody; one of what does not is safe.
 */
final class HarmlessWords {
    private static final class Loaded {
        static final Set<String> WORDS = read();
    }

    private static final Pattern APART = Pattern.compile("[\\s,;_/()\\[\\]]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?(?:mm|cm|ml|kv|s|mas)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    private HarmlessWords() {}

    /** The words of a text that are known to be harmless, with a space between; "" when there is none. */
    static String clean(String text) {
        List<String> kept = new ArrayList<>();
        for (String part : APART.split(text, -1)) {
            if (NUMBER.matcher(part.toLowerCase(Locale.ROOT)).matches()) {
                kept.add(part);
                continue;
            }
            WORD.matcher(part)
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> Loaded.WORDS.contains(word.toLowerCase(Locale.ROOT)))
                    .forEach(kept::add);
        }
        boolean onlyNumbers = kept.stream().allMatch(word -> Character.isDigit(word.charAt(0)));
        return onlyNumbers ? "" : String.join(" ", kept);
    }

    private static Set<String> read() {
        try (InputStream in = HarmlessWords.class.getResourceAsStream("harmless-words.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split("\\s+", -1)).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("harmless-words.txt", e);
        }
    }
}
