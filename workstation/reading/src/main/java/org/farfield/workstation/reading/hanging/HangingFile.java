package org.farfield.workstation.reading.hanging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.study.DurableFile;

/**
 * Hanging protocols as text, the first that fits is taken:
 *
 * <pre>
 * protocol Chest
 * modality CT
 * words chest, thorax
 * prior yes
 * stage two-by-two mediastinum 0 mip
 * stage axial -600,1500 10 mip
 * </pre>
 *
 * A stage is a layout ({@code two-by-two}, {@code volume}, or a plane), a window ({@code original}, a preset's id, or
 * centre and width), a thickness in mm and a projection. Lines that begin with {@code #} say nothing.
 */
final class HangingFile {
    private static final int MOST_BYTES = 1 << 18;
    private static final int MOST_STAGES = 20;
    private static final double MOST_MM = 500;
    private static final String SHIPPED = "hanging.txt";

    private final String name;
    private final List<HangingProtocol> protocols = new ArrayList<>();
    private Optional<String> open = Optional.empty();
    private String modality = "";
    private List<String> words = List.of();
    private boolean prior;
    private List<HangingStage> stages = new ArrayList<>();

    private HangingFile(String name) {
        this.name = name;
    }

    /** Those that come with the program. */
    static List<HangingProtocol> shipped() {
        try (InputStream in = Objects.requireNonNull(HangingFile.class.getResourceAsStream(SHIPPED))) {
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException it cannot be read or a line makes no sense; the message names file and line */
    static List<HangingProtocol> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": longer than " + MOST_BYTES + " bytes");
        }
        return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    static void write(Path file, List<HangingProtocol> protocols) throws IOException {
        StringBuilder text = new StringBuilder();
        for (HangingProtocol protocol : protocols) {
            text.append("protocol ").append(oneLine(protocol.name())).append('\n');
            text.append("modality ").append(oneLine(protocol.modality())).append('\n');
            text.append("words ")
                    .append(oneLine(String.join(", ", protocol.words())))
                    .append('\n');
            text.append("prior ").append(protocol.prior() ? "yes" : "no").append('\n');
            for (HangingStage stage : protocol.stages()) {
                text.append("stage ").append(line(stage)).append('\n');
            }
            text.append('\n');
        }
        Path whole = file.toAbsolutePath();
        DurableFile.write(
                Objects.requireNonNull(whole.getParent()),
                Objects.requireNonNull(whole.getFileName()).toString(),
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ").strip();
    }

    private static String line(HangingStage stage) {
        String layout = stage.volume() && stage.alone().isEmpty()
                ? "volume"
                : stage.alone().map(Plane::id).orElse("two-by-two");
        String window = stage.preset()
                .map(WindowPreset::id)
                .or(() -> stage.window().map(w -> w.center() + "," + w.width()))
                .orElse("original");
        return layout + " " + window + " " + stage.slab().thicknessMm() + " "
                + stage.slab().projection().name().toLowerCase(Locale.ROOT);
    }

    static List<HangingProtocol> parse(String name, String text) throws IOException {
        HangingFile file = new HangingFile(name);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String trimmed = line.strip();
            if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                String[] parts = trimmed.split("\\s+", 2);
                file.take(number, parts[0], parts.length < 2 ? "" : parts[1]);
            }
        }
        file.end(number);
        return List.copyOf(file.protocols);
    }

    private void take(int number, String word, String rest) throws IOException {
        if (word.equals("protocol")) {
            end(number);
            open = Optional.of(rest);
            return;
        }
        if (open.isEmpty()) {
            throw wrong(number, "'" + word + "' before the first protocol");
        }
        switch (word) {
            case "modality" -> modality = rest;
            case "words" -> words = HangingProtocol.words(rest);
            case "prior" -> prior = yes(number, rest);
            case "stage" -> {
                if (stages.size() == MOST_STAGES) {
                    throw wrong(number, "more than " + MOST_STAGES + " stages");
                }
                stages.add(stage(number, rest));
            }
            default -> throw wrong(number, "expected protocol, modality, words, prior or stage, not '" + word + "'");
        }
    }

    private void end(int number) throws IOException {
        if (open.isPresent()) {
            if (stages.isEmpty()) {
                throw wrong(number, "protocol '" + open.get() + "' has no stage");
            }
            protocols.add(new HangingProtocol(open.get(), modality, words, prior, stages));
        }
        open = Optional.empty();
        modality = "";
        words = List.of();
        prior = false;
        stages = new ArrayList<>();
    }

    private boolean yes(int number, String rest) throws IOException {
        return switch (rest) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw wrong(number, "prior is yes or no, not '" + rest + "'");
        };
    }

    private HangingStage stage(int number, String rest) throws IOException {
        String[] parts = rest.split("\\s+");
        if (parts.length != 4) {
            throw wrong(number, "a stage is a layout, a window, a thickness and a projection");
        }
        return new HangingStage(
                plane(number, parts[0]), parts[0].equals("volume"), window(number, parts[1]), slab(number, parts));
    }

    private Optional<Plane> plane(int number, String word) throws IOException {
        for (Plane plane : Plane.values()) {
            if (plane.id().equals(word)) {
                return Optional.of(plane);
            }
        }
        if (word.equals("two-by-two") || word.equals("volume")) {
            return Optional.empty();
        }
        throw wrong(number, "no layout is called '" + word + "'");
    }

    private Optional<VoiTransform.Window> window(int number, String word) throws IOException {
        if (word.equals("original")) {
            return Optional.empty();
        }
        for (WindowPreset preset : WindowPreset.CT) {
            if (preset.id().equals(word)) {
                return Optional.of(preset.window());
            }
        }
        String[] numbers = word.split(",", -1);
        if (numbers.length != 2) {
            throw wrong(number, "a window is original, a preset or C,W, not '" + word + "'");
        }
        try {
            return Optional.of(new VoiTransform.Window(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        } catch (IllegalArgumentException e) {
            throw wrong(number, "no window: '" + word + "'");
        }
    }

    private Slab slab(int number, String[] parts) throws IOException {
        try {
            double mm = Double.parseDouble(parts[2]);
            if (!(mm >= 0 && mm <= MOST_MM)) {
                throw wrong(number, "a thickness is 0 to " + MOST_MM + " mm, not " + parts[2]);
            }
            return new Slab(mm, Projection.valueOf(parts[3].toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw wrong(number, "no thickness and projection: '" + parts[2] + " " + parts[3] + "'");
        }
    }

    private IOException wrong(int number, String what) {
        return new IOException(name + ", line " + number + ": " + what);
    }
}
