package org.farfield.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of a drive script: a word and what comes after it. Empty lines and what follows a {@code #} are nothing.
 *
 * @param line its number in the script, from 1
 */
record DriveStep(int line, String word, List<String> arguments) {
    /** How many arguments each word takes: least and most. */
    private static final Map<String, int[]> WORDS = Map.ofEntries(
            Map.entry("request-lease", new int[] {0, 1}),
            Map.entry("grant", new int[] {0, 1}),
            Map.entry("refuse", new int[] {0, 1}),
            Map.entry("revoke", new int[] {0, 0}),
            Map.entry("release-lease", new int[] {0, 0}),
            Map.entry("confirm-patient", new int[] {0, 2}),
            Map.entry("plan", new int[] {1, 1}),
            Map.entry("set", new int[] {2, 64}),
            Map.entry("confirm-edit", new int[] {0, 1}),
            Map.entry("propose", new int[] {0, 0}),
            Map.entry("accept", new int[] {0, 1}),
            Map.entry("reject", new int[] {0, 64}),
            Map.entry("explain-dose", new int[] {1, 64}),
            Map.entry("authorise-dose", new int[] {1, 64}),
            Map.entry("arm", new int[] {0, 0}),
            Map.entry("disarm", new int[] {0, 0}),
            Map.entry("hold", new int[] {0, 1}),
            Map.entry("release", new int[] {0, 0}),
            Map.entry("move", new int[] {1, 1}),
            Map.entry("say", new int[] {1, 500}),
            Map.entry("stop", new int[] {0, 64}),
            Map.entry("expect", new int[] {1, 3}),
            Map.entry("wait", new int[] {1, 1}));

    /** Takes a script apart; a line that makes no sense is wrong usage and names its number. */
    static List<DriveStep> parse(List<String> lines) throws WrongUsage {
        List<DriveStep> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String bare = lines.get(i).replaceFirst("#.*", "").strip();
            for (String part : bare.split(";", -1)) {
                if (!part.isBlank()) {
                    List<String> words = List.of(part.strip().split("\\s+", -1));
                    steps.add(step(i + 1, words));
                }
            }
        }
        return List.copyOf(steps);
    }

    private static DriveStep step(int line, List<String> words) throws WrongUsage {
        String word = words.getFirst().toLowerCase(Locale.ROOT);
        int[] counts = WORDS.get(word);
        if (counts == null) {
            throw new WrongUsage("script line " + line + ": '" + word + "' is none of "
                    + String.join(", ", WORDS.keySet().stream().sorted().toList()));
        }
        int given = words.size() - 1;
        if (given < counts[0] || given > counts[1] || (word.equals("set") && given % 2 != 0)) {
            throw new WrongUsage("script line " + line + ": '" + word + "' does not take " + given + " words");
        }
        DriveStep step = new DriveStep(line, word, words.subList(1, words.size()));
        for (int i = 0; i < given; i++) {
            if (step.isNumber(i)) {
                step.number(i);
            }
        }
        return step;
    }

    private boolean isNumber(int i) {
        return switch (word) {
            case "hold", "wait", "move" -> i == 0;
            case "expect" ->
                i > 0
                        && i == arguments.size() - 1
                        && !List.of("lease", "refused").contains(arguments.getFirst());
            default -> false;
        };
    }

    /** An argument that is a number; seconds may have their unit. */
    double number(int i) throws WrongUsage {
        return Arguments.numbers(
                "script line " + line + ": " + word, arguments.get(i).replaceFirst("s$", ""), ",", 1)[0];
    }

    /** An argument that may be left out. */
    String argument(int i, String otherwise) {
        return i < arguments.size() ? arguments.get(i) : otherwise;
    }

    /** All arguments as one text. */
    String text() {
        return String.join(" ", arguments);
    }
}
