package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.remote.gateway.DoseRules;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.Fault;
import org.farfield.remote.twin.Protocols;
import org.farfield.remote.twin.TwinConfig;
import org.farfield.remote.twin.phantom.Phantoms;
import org.farfield.remote.twin.phantom.Subject;

/** The options of the twin and its gateway that several subcommands have. */
final class TwinArguments {
    /** What says how the twin behaves. */
    static final Set<String> OPTIONS =
            Set.of("--phantom", "--protocols", "--load", "--fault", "--archive", "--seed", "--pace", "--dose");

    static final String USAGE = "[--phantom NAME|DIR] [--protocols FILE] [--load KG] [--fault NAME[,NAME...]]"
            + " [--archive DIR] [--seed N] [--pace X|max] [--dose FILE]";

    private static final double MOST_KG = 1000;

    private TwinArguments() {}

    /** The twin that the options ask for, its patient lined up for the first localizer. */
    static TwinConfig config(Arguments arguments, Subject subject) throws WrongUsage {
        TwinConfig config = new TwinConfig(
                        seed(arguments),
                        pace(arguments),
                        Math.max(2, Runtime.getRuntime().availableProcessors()),
                        subject)
                .withFaults(faults(arguments));
        if (arguments.value("--protocols").isPresent()) {
            config = config.withProtocols(protocols(arguments, subject));
        } else if (subject instanceof FolderSubject folder) {
            config = config.withProtocols(folder.fitted(Protocols.shipped().plans(subject)));
        }
        if (arguments.value("--load").isPresent()) {
            config = config.withLoadKg(load(arguments));
        }
        Optional<String> archive = arguments.value("--archive");
        return (archive.isPresent() ? config.withArchive(Path.of(archive.get())) : config).linedUp();
    }

    /** {@code --dose FILE}; the published values for the subject's region where it is left out. */
    static DoseRules dose(Arguments arguments, Subject subject) throws WrongUsage {
        Optional<String> file = arguments.value("--dose");
        try {
            return file.isPresent()
                    ? DoseRules.read(Path.of(file.get()))
                    : DoseRules.shippedFor(subject.bodyPart().equals("HEAD") ? "head" : "torso");
        } catch (NoSuchFileException e) {
            throw new WrongUsage("--dose: there is no file " + e.getMessage());
        } catch (IOException e) {
            throw new WrongUsage("--dose: " + e.getMessage());
        }
    }

    private static List<ScanPlan> protocols(Arguments arguments, Subject subject) throws WrongUsage {
        try {
            return Protocols.read(Path.of(arguments.required("--protocols"))).plans(subject);
        } catch (NoSuchFileException e) {
            throw new WrongUsage("--protocols: there is no file " + e.getMessage());
        } catch (IOException e) {
            throw new WrongUsage("--protocols: " + e.getMessage());
        }
    }

    private static double load(Arguments arguments) throws WrongUsage {
        double load = Arguments.numbers("--load", arguments.required("--load"), ",", 1)[0];
        if (!(load >= 0 && load <= MOST_KG)) {
            throw new WrongUsage("--load is 0 to 1000 kg, got " + load);
        }
        return load;
    }

    private static Set<Fault> faults(Arguments arguments) throws WrongUsage {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (String word :
                arguments.value("--fault").map(text -> text.split(",", -1)).orElse(new String[0])) {
            faults.add(Fault.named(word.strip())
                    .orElseThrow(() ->
                            new WrongUsage("--fault is one or more of " + Fault.words() + ", got '" + word + "'")));
        }
        return faults;
    }

    /** {@code --phantom NAME} or the folder of a CT series; the thorax where it is left out. */
    static Subject subject(Arguments arguments, PrintStream err) throws WrongUsage, Failed, InterruptedException {
        String word = arguments.value("--phantom").orElse(Phantoms.THORAX.word());
        Optional<Phantoms> named = Phantoms.named(word);
        if (named.isPresent()) {
            return named.get();
        }
        if (!Files.isDirectory(Path.of(word))) {
            throw new WrongUsage(
                    "--phantom is the folder of a CT series or one of " + names() + ", got '" + word + "'");
        }
        return FolderSubject.load(Path.of(word), err);
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

    private static double pace(Arguments arguments) throws WrongUsage {
        String text = arguments.value("--pace").orElse("1");
        if (text.equals("max")) {
            return TwinConfig.AS_FAST_AS_IT_CAN;
        }
        double pace = Arguments.numbers("--pace", text, ",", 1)[0];
        if (!(pace >= 0.1)) {
            throw new WrongUsage("--pace is 0.1 or more (1 = real time, 2 = twice as fast, max), got " + text);
        }
        return pace;
    }
}
