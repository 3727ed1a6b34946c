package org.farfield.workstation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.farfield.dicom.PersonName;

/** The words of a printed report, in the report's own language, whatever the window's is. Immutable. */
public final class ReportWords {
    private final Properties words = new Properties();
    private final boolean chinese;

    /** @param language {@code en} or {@code zh-CN} */
    public ReportWords(String language) {
        chinese = language.startsWith("zh");
        String name = chinese ? "report_zh_CN.properties" : "report.properties";
        try (InputStream in = Objects.requireNonNull(ReportWords.class.getResourceAsStream(name))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a key with their places filled. */
    public String get(String key, Object... places) {
        String pattern = Objects.requireNonNull(words.getProperty(key), key);
        return places.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(places);
    }

    /** The name of a section. */
    public String section(Section section) {
        return get("section." + section.id());
    }

    /** A person's name as the language's readers know it, in the other writing too where there is one. */
    public String name(String dicomName) {
        PersonName name = PersonName.parse(dicomName);
        String latin = PersonName.of(name.alphabetic()).display();
        String own = name.ideographic().replace("^", "");
        if (latin.isEmpty() || own.isEmpty()) {
            return latin + own;
        }
        return chinese ? own + " (" + latin + ")" : latin + " (" + own + ")";
    }
}
