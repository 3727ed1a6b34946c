package org.farfield.launcher;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.farfield.remote.twin.phantom.Phantoms;
import org.farfield.remote.twin.phantom.Subject;

/** The options of the twin that several subcommands have. */
final class TwinArguments {
    private TwinArguments() {}

    /** {@code --phantom NAME}; the thorax where it is left out. */
    static Subject subject(Arguments arguments) throws WrongUsage {
        String word = arguments.value("--phantom").orElse(Phantoms.THORAX.word());
        return Phantoms.named(word)
                .orElseThrow(() -> new WrongUsage("--phantom is one of " + names() + ", got '" + word + "'"));
    }

    private static String names() {
        return Arrays.stream(Phantoms.values()).map(Phantoms::word).collect(Collectors.joining(", "));
    }

    /** {@code --seed N}; 1 where it is left out. */
    static long seed(Arguments arguments) throws WrongUsage {
        String text = arguments.value("--seed").orElse("1");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new WrongUsage("--seed expects a whole number, got '" + text + "'");
        }
    }
}
