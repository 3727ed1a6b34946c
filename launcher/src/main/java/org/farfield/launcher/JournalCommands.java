package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.farfield.remote.gateway.JournalCheck;
import org.farfield.remote.gateway.JournalReplay;

/** {@code journal}: looks at what a gateway wrote down. */
final class JournalCommands {
    private JournalCommands() {}

    static Subcommand group() {
        return new GroupCommand("journal", List.of(new Verify(), new Replay(), new Show()));
    }

    private static Path file(Arguments given) throws WrongUsage, Failed {
        Path file = Path.of(given.onlyWord("journal file"));
        if (!Files.isRegularFile(file)) {
            throw new Failed(file + ": there is no such file");
        }
        return file;
    }

    /** Whether every entry is as it was written. */
    private static final class Verify implements Subcommand {
        @Override
        public String name() {
            return "verify";
        }

        @Override
        public String usage() {
            return "FILE   check every entry's hash, and that the journal before it still ends as it did";
        }

        @Override
        public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
            Path file = file(Arguments.parse(args, Set.of(), Set.of()));
            JournalCheck.Verified found = JournalCheck.verify(file);
            JsonLine line = new JsonLine()
                    .put("file", file.toString())
                    .put("entries", found.entries())
                    .put("intact", found.fault().isEmpty())
                    .put("ended", found.ended())
                    .put("lastHash", HexFormat.of().formatHex(found.lastHash()));
            found.fault().ifPresent(fault -> line.put("fault", fault).put("cutOff", found.tornEnd()));
            out.println(line);
            return found.fault().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** Lives the session through again. */
    private static final class Replay implements Subcommand {
        @Override
        public String name() {
            return "replay";
        }

        @Override
        public String usage() {
            return "FILE   decide everything again, compare each decision, print the state's hash";
        }

        @Override
        public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
            Path file = file(Arguments.parse(args, Set.of(), Set.of()));
            try {
                JournalReplay.Replayed again = JournalReplay.replay(file);
                JsonLine line = new JsonLine()
                        .put("file", file.toString())
                        .put("inputs", again.inputs())
                        .put("effects", again.effects())
                        .put("same", again.difference().isEmpty())
                        .put("stateSha256", again.stateSha256());
                again.difference().ifPresent(text -> line.put("difference", text));
                again.end().ifPresent(text -> line.put("fault", text));
                out.println(line);
                return again.difference().isEmpty() && again.end().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
            } catch (IOException e) {
                throw new Failed(file + ": " + e.getMessage(), e);
            }
        }
    }

    /** Prints a line an entry. */
    private static final class Show implements Subcommand {
        @Override
        public String name() {
            return "show";
        }

        @Override
        public String usage() {
            return "FILE [--ticks]   print it, a line an entry, without patients";
        }

        @Override
        public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
            Arguments given = Arguments.parse(args, Set.of(), Set.of("--ticks"));
            Path file = file(given);
            try {
                JournalCheck.show(file, given.has("--ticks"), out::println);
            } catch (IOException e) {
                throw new Failed(file + ": " + e.getMessage(), e);
            }
            return ExitCode.OK;
        }
    }
}
