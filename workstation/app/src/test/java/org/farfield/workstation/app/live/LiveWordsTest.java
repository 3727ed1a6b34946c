package org.farfield.workstation.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.workstation.reading.live.EditBlock;
import org.junit.jupiter.api.Test;

/** No word of the live session is missing in either language. */
class LiveWordsTest {

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        Properties english = read("live.properties");
        Properties chinese = read("live_zh_CN.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(chinese.getProperty(key)), key);
        }
    }

    @Test
    void everyConstantThatIsShownHasAWord() throws IOException {
        TreeSet<String> wanted = new TreeSet<>();
        add(wanted, "phase", ScannerPhase.values());
        add(wanted, "plan-state", PlanState.values());
        add(wanted, "hold.hint", PlanState.values());
        add(wanted, "tier", ControlTier.values());
        add(wanted, "kind", PlanKind.values());
        add(wanted, "view", LocalizerView.values());
        add(wanted, "verdict", VerdictReason.values());
        add(wanted, "outcome", SeriesOutcome.values());
        add(wanted, "block", EditBlock.values());
        add(wanted, "role", Role.values());
        add(wanted, "chat.answer", ChatAnswer.values());
        wanted.remove("chat.answer.TAKEN"); // shows as the line itself
        Stream.of(PlanField.values()).forEach(field -> wanted.add("field." + field.word()));
        Stream.of(Objects.requireNonNull(CommandPayload.class.getPermittedSubclasses()))
                .forEach(wish -> wanted.add("wish." + wish.getSimpleName()));
        wanted.removeAll(read("live.properties").stringPropertyNames());
        assertTrue(wanted.isEmpty(), "missing: " + wanted);
    }

    private static void add(Set<String> wanted, String prefix, Enum<?>[] constants) {
        Stream.of(constants).forEach(constant -> wanted.add(prefix + "." + constant.name()));
    }

    private static Set<String> arguments(String pattern) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(pattern).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Properties read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(LiveLook.class.getResourceAsStream(file), file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        }
    }
}
