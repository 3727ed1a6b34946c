package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/hazards.md names tests: each of them is there, and each hazard has one. */
class HazardsTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/hazards.md"))
                ? here
                : here.resolve("..").normalize();
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.getFileName().toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        }
    }

    /** The method, with an annotation of a test in the lines above it up to an empty one. */
    private static boolean hasTest(String source, String method) {
        int at = source.indexOf(" void " + method + "(");
        String above = at < 0 ? "" : source.substring(source.lastIndexOf("\n\n", at) + 1, at);
        return above.contains("@Test") || above.contains("@ParameterizedTest");
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, Path> tests = tests();
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(root().resolve("docs/hazards.md")));
        int count = 0;
        while (named.find()) {
            count++;
            Path file = tests.get(named.group(1));
            if (file == null || !hasTest(Files.readString(file), named.group(2))) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(count > 50, count + " tests are named");
    }

    @Test
    void everyHazardHasATest() throws IOException {
        List<String> bare = Files.readAllLines(root().resolve("docs/hazards.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| hazard "))
                .filter(line -> !NAMED.matcher(line).find())
                .toList();
        assertEquals(List.of(), bare);
    }
}
