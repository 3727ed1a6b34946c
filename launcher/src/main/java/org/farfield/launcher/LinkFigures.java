package org.farfield.launcher;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured over one link, in the order of printing: milliseconds, but for counts. One thread. */
final class LinkFigures {
    private final String profile;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    LinkFigures(String profile) {
        this.profile = profile;
    }

    /** A percentile (nearest rank) of times; nothing where there are none. */
    void percentile(String name, List<Long> nanos, double share) {
        if (!nanos.isEmpty()) {
            List<Long> sorted = nanos.stream().sorted().toList();
            figures.put(name, sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1)) / 1e6);
        }
    }

    void add(String name, double value) {
        figures.put(name, value);
    }

    /** A RESULT line a figure, or one JSON line. */
    void print(boolean json, PrintStream out) {
        if (json) {
            JsonLine line = new JsonLine().put("profile", profile);
            figures.forEach((name, value) -> line.put(name, Math.round(value * 100) / 100.0));
            out.println(line);
        } else {
            figures.forEach((name, value) ->
                    out.println(String.format(Locale.ROOT, "RESULT\tlink.%s.%s\t%.2f", profile, name, value)));
        }
    }
}
