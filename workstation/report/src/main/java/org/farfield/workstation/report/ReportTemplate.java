package org.farfield.workstation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a report of one kind of study begins with. A template file is text, one language of one kind after the other:
 *
 * <pre>
 * [chest-ct] zh-CN CT CHEST,THORAX
 * title: ...
 * -- findings
 * ...
 * </pre>
 *
 * @param id of its kind, the same in all languages
 * @param language {@code en} or {@code zh-CN}
 * @param modalities for which it is offered; empty for all
 * @param bodyParts words of Body Part Examined or a description that make it the first choice
 * @param texts what the sections begin with
 */
public record ReportTemplate(
        String id,
        String language,
        List<String> modalities,
        List<String> bodyParts,
        String title,
        Map<Section, String> texts) {
    private static final int MOST_BYTES = 1 << 20;
    private static final String SHIPPED = "templates.txt";

    public ReportTemplate {
        modalities = List.copyOf(modalities);
        bodyParts = List.copyOf(bodyParts);
        texts = Map.copyOf(texts);
    }

    /** Those that come with the program. */
    public static List<ReportTemplate> shipped() {
        try (InputStream in = Objects.requireNonNull(ReportTemplate.class.getResourceAsStream(SHIPPED))) {
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of a site: all files {@code *.txt} of a folder, none where there is no such folder.
     *
     * @throws IOException a file cannot be read or is no template; the message names the file and the line
     */
    public static List<ReportTemplate> of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ReportTemplate> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                if (Files.size(file) > MOST_BYTES) {
                    throw new IOException(file + ": a template has at most " + MOST_BYTES + " bytes");
                }
                all.addAll(parse(file.toString(), Files.readString(file)));
            }
        }
        return all;
    }

    /** How well it fits a study: more is better, negative not at all. */
    public int fits(String wantedLanguage, String modality, String description) {
        if (!language.equals(wantedLanguage) || !(modalities.isEmpty() || modalities.contains(modality))) {
            return -1;
        }
        String words = description.toUpperCase(Locale.ROOT);
        boolean body = bodyParts.stream().anyMatch(words::contains);
        return (body ? 2 : 0) + (modalities.isEmpty() ? 0 : 1);
    }

    static List<ReportTemplate> parse(String name, String text) throws IOException {
        List<ReportTemplate> all = new ArrayList<>();
        Builder open = null;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("[")) {
                if (open != null) {
                    all.add(open.build());
                }
                open = Builder.of(line, name + " line " + number);
            } else if (open != null) {
                open.line(line, name + " line " + number);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IOException(name + " line " + number + ": a template begins with [its-name]");
            }
        }
        if (open != null) {
            all.add(open.build());
        }
        return all;
    }

    /** One that is being read. */
    private static final class Builder {
        private final String id;
        private final String language;
        private final List<String> modalities;
        private final List<String> bodyParts;
        private final Map<Section, StringBuilder> texts = new EnumMap<>(Section.class);
        private String title = "";
        private StringBuilder section = new StringBuilder();

        private Builder(String id, String language, List<String> modalities, List<String> bodyParts) {
            this.id = id;
            this.language = language;
            this.modalities = modalities;
            this.bodyParts = bodyParts;
        }

        static Builder of(String line, String where) throws IOException {
            int end = line.indexOf(']');
            String[] words =
                    end < 0 ? new String[0] : line.substring(end + 1).strip().split(" +", -1);
            if (words.length == 0 || words[0].isEmpty()) {
                throw new IOException(where + ": expected [name] LANGUAGE MODALITIES BODY-PARTS");
            }
            return new Builder(line.substring(1, end), words[0], list(words, 1), list(words, 2));
        }

        private static List<String> list(String[] words, int index) {
            return index >= words.length || words[index].equals("*")
                    ? List.of()
                    : List.of(words[index].toUpperCase(Locale.ROOT).split(",", -1));
        }

        void line(String line, String where) throws IOException {
            if (line.startsWith("title:")) {
                title = line.substring("title:".length()).strip();
            } else if (line.startsWith("-- ")) {
                section = new StringBuilder();
                texts.put(section(line.substring(3).strip(), where), section);
            } else if (!line.startsWith("#")) {
                section.append(line).append('\n');
            }
        }

        private static Section section(String wanted, String where) throws IOException {
            for (Section each : Section.values()) {
                if (each.id().equals(wanted)) {
                    return each;
                }
            }
            throw new IOException(where + ": there is no section " + wanted);
        }

        ReportTemplate build() {
            Map<Section, String> done = new EnumMap<>(Section.class);
            texts.forEach((which, text) -> done.put(which, text.toString().strip()));
            return new ReportTemplate(id, language, modalities, bodyParts, title.isEmpty() ? id : title, done);
        }
    }
}
