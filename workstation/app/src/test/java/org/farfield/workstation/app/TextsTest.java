package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.rendering.volume.Stacking;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.reading.ViewportTool;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/farfield/workstation/app");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndTheSamePlaces() throws IOException {
        for (String name : List.of(
                "messages",
                "archive/archive",
                "compare/compare",
                "hanging/hanging",
                "live/live",
                "presentation/presentation",
                "report/report")) {
            sameKeys(name);
        }
    }

    private static void sameKeys(String name) throws IOException {
        Properties english = bundle(name + ".properties");
        Properties chinese = bundle(name + "_zh_CN.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
        }
    }

    @Test
    void everyKeyInTheCodeIsInTheBundleAndNoneIsLeftOver() throws IOException {
        Set<String> keys = new TreeSet<>(bundle("messages.properties").stringPropertyNames());
        Set<String> used = new HashSet<>(composed());
        Set<String> commandIds = Set.of("window.original", "slab.set", "window.preset");
        for (String literal : literals()) {
            if (keys.contains(literal)) {
                used.add(literal);
            } else {
                assertTrue(
                        commandIds.contains(literal) || !looksLikeAKey(literal, keys),
                        "no words for the key " + literal);
            }
        }
        keys.removeAll(used);
        assertEquals(Set.of(), keys, "keys that nothing uses");
    }

    /** A dotted literal whose first part some key has. */
    private static boolean looksLikeAKey(String literal, Set<String> keys) {
        String first = literal.substring(0, literal.indexOf('.') + 1);
        return keys.stream().anyMatch(key -> key.startsWith(first));
    }

    @Test
    void everyComposedKeyIsInTheBundle() throws IOException {
        Set<String> missing = composed();
        missing.removeAll(bundle("messages.properties").stringPropertyNames());
        assertEquals(Set.of(), missing);
    }

    @Test
    void englishIsEnglishOnAChineseMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            Texts texts = new Texts(new SimpleObjectProperty<>(Language.ENGLISH), Texts.class, "messages");
            assertEquals("Undo", texts.get("history.undo"));
            texts.language().set(Language.CHINESE);
            assertEquals("撤销", texts.get("history.undo"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void boundWordsFollowTheLanguageAndTheArguments() {
        Texts texts = new Texts(new SimpleObjectProperty<>(Language.ENGLISH), Texts.class, "messages");
        SimpleObjectProperty<Integer> count = new SimpleObjectProperty<>(3);
        var words = texts.bind("status.problems", count);
        assertEquals("Problems: 3", words.get());
        count.set(4);
        assertEquals("Problems: 4", words.get());
        texts.language().set(Language.CHINESE);
        assertEquals("问题：4", words.get());
    }

    private static Set<String> composed() {
        Set<String> keys = new TreeSet<>();
        WindowPreset.CT.forEach(preset -> keys.add("preset." + preset.id()));
        for (Plane plane : Plane.values()) {
            keys.add("plane." + plane.id());
            keys.add("plane.short." + plane.id());
        }
        for (ViewportTool tool : ViewportTool.values()) {
            keys.add(tool.labelKey());
        }
        keys.addAll(
                Set.of("tool.turn", "tool.cross", "tool.thickness", "tool.move", "curve.section", "fusion.elsewhere"));
        for (VolumePreset preset : VolumePreset.values()) {
            keys.add("volume.preset." + preset.id());
        }
        for (VolumeView view : VolumeView.values()) {
            keys.add("volume.from." + view.name().toLowerCase(Locale.ROOT));
        }
        keys.add("volume.turn");
        keys.addAll(Set.of("archive.show", "measure.save", "side.measurements", "side.report", "key.image"));
        keys.addAll(Set.of("compare.next", "compare.close", "compare.link", "compare.align", "compare.register"));
        keys.addAll(Set.of("hanging.next", "hanging.previous", "hanging.remember", "hanging.edit"));
        keys.addAll(Set.of("live.point", "live.chat"));
        keys.addAll(Set.of(
                "key.mark",
                "key.next",
                "key.previous",
                "side.views",
                "side.structures",
                "structures.toggle",
                "export.picture"));
        keys.addAll(Set.of("presentation.save", "presentation.apply", "presentation.off"));
        for (Projection projection : Projection.values()) {
            keys.add("projection." + projection.name().toLowerCase(Locale.ROOT));
        }
        for (Stacking.Reason reason : Stacking.Reason.values()) {
            keys.add("refused." + reason.name().toLowerCase(Locale.ROOT));
        }
        for (StudyRow.Source source : StudyRow.Source.values()) {
            keys.add("browser." + source.name().toLowerCase(Locale.ROOT));
        }
        for (String slice : List.of("previous", "next", "back", "onward")) {
            keys.add("slice." + slice);
        }
        for (String gesture : KeyList.GESTURES) {
            keys.add("mouse." + gesture);
            keys.add("does." + gesture);
        }
        return keys;
    }

    private static Set<String> literals() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static Set<String> places(String words) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(words);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(Texts.class.getResourceAsStream(name), StandardCharsets.UTF_8));
        return properties;
    }
}
