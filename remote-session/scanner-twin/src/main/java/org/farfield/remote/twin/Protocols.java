package org.farfield.remote.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.phantom.Subject;

/**
 * The plans that a scanner starts from, by region and age, from a text file whose every line names its source (the form
 * is drawn in {@code protocols.txt}). Immutable.
 */
public final class Protocols {
    private static final int MOST_BYTES = 1 << 16;

    private final List<Protocol> all;

    private record Protocol(String name, String bodyPart, double from, double to, List<ScanPlan> plans) {}

    private Protocols(List<Protocol> all) {
        this.all = List.copyOf(all);
    }

    /** Those that come with the twin. */
    public static Protocols shipped() {
        try (InputStream in = Protocols.class.getResourceAsStream("protocols.txt")) {
            if (in == null) {
                throw new IllegalStateException("protocols.txt is missing");
            }
            return parse("protocols.txt", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException it cannot be read or a line of it makes no sense; the message names file and line
     */
    public static Protocols read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": longer than " + MOST_BYTES + " bytes");
        }
        return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    static Protocols parse(String name, String text) throws IOException {
        List<Protocol> all = new ArrayList<>();
        Draft draft = new Draft();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            try {
                if (line.startsWith("protocol ")) {
                    draft.endInto(all);
                    draft = new Draft(line.split("\\s+", -1));
                } else if (!line.isEmpty()) {
                    draft.take(line);
                }
            } catch (IllegalArgumentException e) {
                throw new IOException(name + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        try {
            draft.endInto(all);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
        if (all.isEmpty()) {
            throw new IOException(name + ": no protocol in it");
        }
        return new Protocols(all);
    }

    /** The localizers and the helical plan for a subject; the first protocol of the file where none fits. */
    public List<ScanPlan> plans(Subject subject) {
        return all.stream()
                .filter(p -> p.bodyPart().equals(subject.bodyPart())
                        && subject.ageYears() >= p.from()
                        && subject.ageYears() < p.to())
                .findFirst()
                .orElse(all.getFirst())
                .plans();
    }

    /** One protocol while its lines are read. */
    private static final class Draft {
        private final List<String> head;
        private double[] localizer = {};
        private double[] helical = {};
        private double[] dose = {};
        private double[] beam = {};
        private double[] picture = {};
        private String kernel = "";

        Draft(String... head) {
            this.head = List.of(head);
            if (head.length != 0 && head.length != 5) {
                throw new IllegalArgumentException("expected: protocol NAME BODY-PART FROM TO");
            }
        }

        void take(String line) {
            int semicolon = line.indexOf(';');
            if (head.isEmpty()) {
                throw new IllegalArgumentException("a 'protocol' line comes first");
            }
            if (semicolon < 0 || line.substring(semicolon + 1).isBlank()) {
                throw new IllegalArgumentException("a value needs its source behind a semicolon");
            }
            List<String> words =
                    new ArrayList<>(List.of(line.substring(0, semicolon).strip().split("\\s+", -1)));
            switch (words.removeFirst()) {
                case "localizer" -> localizer = numbers(words, 4);
                case "helical" -> helical = numbers(words, 2);
                case "dose" -> dose = numbers(words, 2);
                case "beam" -> beam = numbers(words, 3);
                case "picture" -> {
                    if (words.size() != 5) {
                        throw new IllegalArgumentException("expected: picture THICKNESS INTERVAL FOV KERNEL DELAY");
                    }
                    kernel = words.remove(3);
                    picture = numbers(words, 4);
                }
                default ->
                    throw new IllegalArgumentException(
                            "expected localizer, helical, dose, beam or picture, got '" + line + "'");
            }
        }

        private static double[] numbers(List<String> words, int count) {
            if (words.size() != count) {
                throw new IllegalArgumentException(count + " numbers are expected, got " + words.size());
            }
            return words.stream().mapToDouble(Draft::number).toArray();
        }

        private static double number(String word) {
            try {
                return Double.parseDouble(word);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + word + "' is no number", e);
            }
        }

        void endInto(List<Protocol> all) {
            if (head.isEmpty()) {
                return;
            }
            if (localizer.length * helical.length * dose.length * beam.length * picture.length == 0) {
                throw new IllegalArgumentException(
                        "protocol " + head.get(1) + " needs a line each of localizer, helical, dose, beam and picture");
            }
            String to = head.get(4);
            all.add(new Protocol(
                    head.get(1),
                    head.get(2),
                    number(head.get(3)),
                    to.equals("-") ? Double.POSITIVE_INFINITY : number(to),
                    plans(head.get(2))));
        }

        private List<ScanPlan> plans(String bodyPart) {
            double mas = TwinDose.effectiveMas(bodyPart, dose[0], dose[1]);
            ScanPlan plan = ScanPlan.helical(helical[0], helical[1])
                    .with(PlanField.KILOVOLTS, dose[0])
                    .with(PlanField.ROTATION_SECONDS, beam[0])
                    .with(PlanField.PITCH, beam[1])
                    .with(PlanField.COLLIMATION_MM, beam[2])
                    .with(PlanField.TUBE_CURRENT_MA, Math.rint(mas * beam[1] / beam[0]))
                    .with(PlanField.SLICE_THICKNESS_MM, picture[0])
                    .with(PlanField.INTERVAL_MM, picture[1])
                    .with(PlanField.FIELD_OF_VIEW_MM, picture[2])
                    .with(PlanField.BREATH_HOLD_DELAY_SECONDS, picture[3])
                    .withKernel(kernel);
            return List.of(localizer(LocalizerView.AP), localizer(LocalizerView.LATERAL), plan);
        }

        private ScanPlan localizer(LocalizerView view) {
            return ScanPlan.localizer(view, localizer[0], localizer[1])
                    .with(PlanField.KILOVOLTS, localizer[2])
                    .with(PlanField.TUBE_CURRENT_MA, localizer[3]);
        }
    }
}
