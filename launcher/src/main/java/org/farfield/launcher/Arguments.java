package org.farfield.launcher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of one subcommand, taken apart: words that stand for themselves, {@code --name value} pairs and bare
 * {@code --flags}. A name given twice, unknown or without its value is wrong usage.
 */
public record Arguments(List<String> words, Map<String, String> values, Set<String> flags) {
    /**
     * Takes {@code args} apart.
     *
     * @param valued names, with their dashes, that are followed by a value
     * @param bare names, with their dashes, that stand alone
     */
    public static Arguments parse(List<String> args, Set<String> valued, Set<String> bare) throws WrongUsage {
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                words.add(arg);
            } else if (bare.contains(arg)) {
                flags.add(arg);
            } else if (!valued.contains(arg)) {
                throw new WrongUsage("unknown option " + arg);
            } else if (i + 1 == args.size()) {
                throw new WrongUsage(arg + " needs a value");
            } else if (values.put(arg, args.get(++i)) != null) {
                throw new WrongUsage(arg + " is given twice");
            }
        }
        return new Arguments(List.copyOf(words), Map.copyOf(values), Set.copyOf(flags));
    }

    /** The one word expected, named {@code what} in the fault. */
    public String onlyWord(String what) throws WrongUsage {
        if (words.size() != 1) {
            throw new WrongUsage("expected one " + what + ", got " + words.size());
        }
        return words.getFirst();
    }

    /** The value of an option that must be there. */
    public String required(String name) throws WrongUsage {
        return value(name).orElseThrow(() -> new WrongUsage(name + " is missing"));
    }

    /** The value of an option that may be left out. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number of 1 or more that may be left out. */
    public int count(String name, int otherwise) throws WrongUsage {
        String text = values.getOrDefault(name, Integer.toString(otherwise));
        double number = numbers(name, text, ",", 1)[0];
        if (number < 1 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            throw new WrongUsage(name + " expects a whole number of 1 or more, got '" + text + "'");
        }
        return (int) number;
    }

    /** Whether a bare option was given. */
    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** {@code count} finite numbers with {@code separator} between them. */
    static double[] numbers(String option, String text, String separator, int count) throws WrongUsage {
        String[] parts = text.split(separator, -1);
        double[] numbers = new double[parts.length];
        boolean good = parts.length == count;
        for (int i = 0; i < parts.length && good; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].strip());
                good = Double.isFinite(numbers[i]);
            } catch (NumberFormatException e) {
                good = false;
            }
        }
        if (!good) {
            String form = String.join(separator, Collections.nCopies(count, "number"));
            throw new WrongUsage(option + " expects " + form + ", got '" + text + "'");
        }
        return numbers;
    }
}
