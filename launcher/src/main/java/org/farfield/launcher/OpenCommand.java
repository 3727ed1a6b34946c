package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.farfield.workstation.app.SnapshotRequest;
import org.farfield.workstation.app.Workstation;
import org.farfield.workstation.app.WorkstationOptions;
import org.farfield.workstation.app.archive.ArchiveExtension;
import org.farfield.workstation.app.compare.CompareExtension;
import org.farfield.workstation.app.hanging.HangingExtension;
import org.farfield.workstation.app.report.ReportExtension;

/** {@code farfield open}: the workstation with some files and folders in it; without paths, the workstation alone. */
final class OpenCommand implements Subcommand {
    @Override
    public String name() {
        return "open";
    }

    @Override
    public String usage() {
        return "[PATH...] [--language en|zh-CN] [--gsdf LMIN,LMAX[,EXPONENT]|FILE] [--snapshot FILE.png [--seconds N] [--size WxH]]"
                + "   start the workstation, or write a picture of it";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments =
                Arguments.parse(args, Set.of("--snapshot", "--seconds", "--size", "--language", "--gsdf"), Set.of());
        StateFolder state = StateFolder.ofEnvironment();
        Path store = store(state);
        WorkstationOptions options = WorkstationOptions.of(paths(arguments.words(), err), store)
                .with(new ArchiveExtension(state.network(), store)
                        .and(new ReportExtension(store))
                        .and(new CompareExtension())
                        .and(new HangingExtension(state.hanging())));
        Optional<String> language = arguments.value("--language");
        if (language.isPresent()) {
            options = options.with(language(language.get()));
        }
        options = DisplayChoice.parse(arguments.value("--gsdf"))
                .map(options::with)
                .orElse(options);
        Optional<SnapshotRequest> snapshot = snapshot(arguments);
        return Workstation.run(snapshot.map(options::with).orElse(options), err);
    }

    /** The folder of the store; the window asks for a passphrase that nobody here knows. */
    static Path store(StateFolder state) throws Failed {
        try {
            return StorePassphrase.unlockedIfKnown(state.store());
        } catch (IOException e) {
            throw new Failed("the store cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The paths that are there; those that are not get a line each, and none left is a failure. */
    private static List<Path> paths(List<String> words, PrintStream err) throws WrongUsage, Failed {
        List<Path> found = new ArrayList<>();
        for (String word : words) {
            Path path = path(word);
            if (Files.exists(path)) {
                found.add(path);
            } else {
                err.println("farfield open: " + path + ": there is no such file or folder");
            }
        }
        if (found.isEmpty() && !words.isEmpty()) {
            throw new Failed("nothing to open");
        }
        return found;
    }

    /** The language that a person names on the command line. */
    static Locale language(String name) throws WrongUsage {
        return switch (name) {
            case "en" -> Locale.ENGLISH;
            case "zh-CN", "zh_CN", "zh" -> Locale.SIMPLIFIED_CHINESE;
            default -> throw new WrongUsage("--language expects en or zh-CN, got '" + name + "'");
        };
    }

    private static Optional<SnapshotRequest> snapshot(Arguments arguments) throws WrongUsage {
        Optional<String> file = arguments.value("--snapshot");
        Optional<String> seconds = arguments.value("--seconds");
        Optional<String> size = arguments.value("--size");
        if (file.isEmpty()) {
            if (seconds.isPresent() || size.isPresent()) {
                throw new WrongUsage("--seconds and --size belong to --snapshot FILE.png");
            }
            return Optional.empty();
        }
        if (!file.get().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new WrongUsage("--snapshot expects a name that ends in .png, got '" + file.get() + "'");
        }
        Optional<Duration> after = Optional.empty();
        if (seconds.isPresent()) {
            double s = Arguments.numbers("--seconds", seconds.get(), ",", 1)[0];
            if (s < 0 || s > 3600) {
                throw new WrongUsage("--seconds expects 0 to 3600, got '" + seconds.get() + "'");
            }
            after = Optional.of(Duration.ofMillis(Math.round(s * 1000)));
        }
        double[] edges = size.isPresent()
                ? Arguments.numbers("--size", size.get(), "x", 2)
                : new double[] {SnapshotRequest.WIDTH, SnapshotRequest.HEIGHT};
        try {
            return Optional.of(new SnapshotRequest(path(file.get()), after, (int) edges[0], (int) edges[1]));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--size: " + e.getMessage());
        }
    }

    private static Path path(String word) throws WrongUsage {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new WrongUsage("'" + word + "' is no path: " + e.getReason());
        }
    }
}
