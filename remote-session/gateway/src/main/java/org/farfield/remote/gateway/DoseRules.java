package org.farfield.remote.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseValues;

/**
 * The site's dose values for one scanner, from a text file: what the scanner gives, and notification, alert and ceiling
 * values by body region and age, each with its source. Immutable.
 *
 * <pre>
 * examines REGION
 * region REGION PHANTOM                                    PHANTOM is 16 or 32 (cm); what follows belongs to it
 * output KILOVOLTS MGY_PER_100_MAS EXPONENT ; SOURCE
 * notification|alert|ceiling ctdivol|dlp FROM TO VALUE ; SOURCE       years, TO excluded, - for no end; mGy, mGy cm
 * </pre>
 *
 * <p>Where several bands hold, and where the patient's age is unknown, the lowest value counts.
 */
public final class DoseRules {
    /** Longest file. */
    static final int MOST_BYTES = 1 << 15;

    private record Output(double kilovolts, double mGy, double exponent) {}

    private record Value(DoseLevel level, boolean dlp, double from, double to, double value) {}

    private record Region(String name, int phantomCm, List<Output> outputs, List<Value> values) {}

    private final String text;
    private final Region region;

    private DoseRules(String text, Region region) {
        this.text = text;
        this.region = region;
    }

    /** The published values that come with the gateway, for a scanner that examines the torso. */
    public static DoseRules shipped() {
        return shippedFor("torso");
    }

    /** The published values that come with the gateway, for a scanner that examines {@code torso} or {@code head}. */
    public static DoseRules shippedFor(String region) {
        try (InputStream in = DoseRules.class.getResourceAsStream("dose-values.txt")) {
            if (in == null) {
                throw new IllegalStateException("dose-values.txt is missing");
            }
            return parse(
                    "dose-values.txt",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("examines torso", "examines " + region));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException it cannot be read or a line of it makes no sense; the message names file and line
     */
    public static DoseRules read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": longer than " + MOST_BYTES + " bytes");
        }
        return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    static DoseRules parse(String name, String text) throws IOException {
        List<Region> regions = new ArrayList<>();
        String examines = "";
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            try {
                if (line.startsWith("examines ")) {
                    examines = line.substring("examines ".length()).strip();
                } else if (!line.isEmpty()) {
                    take(line, regions);
                }
            } catch (IllegalArgumentException e) {
                throw new IOException(name + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        for (Region region : regions) {
            if (region.name().equals(examines)) {
                if (region.outputs().size() != 1) {
                    throw new IOException(name + ": region " + examines + " needs one 'output' line");
                }
                return new DoseRules(text, region);
            }
        }
        throw new IOException(name + ": 'examines REGION' names no region of the file");
    }

    private static void take(String line, List<Region> regions) {
        int semicolon = line.indexOf(';');
        List<String> words = List.of(line.substring(0, semicolon < 0 ? line.length() : semicolon)
                .strip()
                .split("\\s+", -1));
        if (words.getFirst().equals("region")) {
            if (words.size() != 3 || !words.get(2).matches("16|32")) {
                throw new IllegalArgumentException("expected: region NAME 16|32");
            }
            regions.add(new Region(words.get(1), Integer.parseInt(words.get(2)), new ArrayList<>(), new ArrayList<>()));
            return;
        }
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("a 'region' line comes first");
        }
        if (semicolon < 0 || line.substring(semicolon + 1).isBlank()) {
            throw new IllegalArgumentException("a value needs its source behind a semicolon");
        }
        Region region = regions.getLast();
        if (words.getFirst().equals("output") && words.size() == 4) {
            region.outputs().add(new Output(number(words.get(1)), number(words.get(2)), number(words.get(3))));
        } else if (words.size() == 5 && words.get(1).matches("ctdivol|dlp")) {
            double to = words.get(3).equals("-") ? Double.POSITIVE_INFINITY : number(words.get(3));
            region.values()
                    .add(new Value(
                            level(words.getFirst()),
                            words.get(1).equals("dlp"),
                            number(words.get(2)),
                            to,
                            number(words.get(4))));
        } else {
            throw new IllegalArgumentException(
                    "expected: output KV MGY EXPONENT ; SOURCE, or LEVEL ctdivol|dlp FROM TO VALUE ; SOURCE");
        }
    }

    private static DoseLevel level(String word) {
        return switch (word) {
            case "notification" -> DoseLevel.NOTIFICATION;
            case "alert" -> DoseLevel.ALERT;
            case "ceiling" -> DoseLevel.CEILING;
            default -> throw new IllegalArgumentException("'" + word + "' is none of notification, alert, ceiling");
        };
    }

    private static double number(String word) {
        try {
            double value = Double.parseDouble(word);
            if (value >= 0 && value <= 1e6) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' is no number", e);
        }
        throw new IllegalArgumentException(word + " is not from 0 to a million");
    }

    /** The file as it was read: with it the rules are made again. */
    String text() {
        return text;
    }

    /**
     * What holds for a patient.
     *
     * @param birthDate YYYYMMDD; anything else is an unknown age
     */
    DoseGuide guide(String birthDate, LocalDate today) {
        OptionalInt age = age(birthDate, today);
        Predicate<Value> holds = v -> age.isEmpty() || (age.getAsInt() >= v.from() && age.getAsInt() < v.to());
        Output output = region.outputs().getFirst();
        return new DoseGuide(
                region.name(),
                region.phantomCm(),
                output.kilovolts(),
                output.mGy(),
                output.exponent(),
                values(DoseLevel.NOTIFICATION, holds),
                values(DoseLevel.ALERT, holds),
                values(DoseLevel.CEILING, holds));
    }

    private DoseValues values(DoseLevel level, Predicate<Value> holds) {
        Predicate<Value> those = holds.and(v -> v.level() == level);
        return new DoseValues(lowest(those.and(v -> !v.dlp())), lowest(those.and(Value::dlp)));
    }

    private OptionalDouble lowest(Predicate<Value> which) {
        return region.values().stream().filter(which).mapToDouble(Value::value).min();
    }

    private static OptionalInt age(String birthDate, LocalDate today) {
        try {
            LocalDate born = LocalDate.parse(birthDate.strip(), DateTimeFormatter.BASIC_ISO_DATE);
            return born.isAfter(today)
                    ? OptionalInt.empty()
                    : OptionalInt.of(Period.between(born, today).getYears());
        } catch (DateTimeException e) {
            return OptionalInt.empty();
        }
    }
}
