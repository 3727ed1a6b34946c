package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.farfield.workstation.study.store.StoredStudy;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store evict}: makes room by deleting studies that nobody needs here any more. */
final class StoreEvictCommand implements Subcommand {
    @Override
    public String name() {
        return "evict";
    }

    @Override
    public String usage() {
        return "--quota SIZE " + StoreCommands.USAGE
                + " [--json]   delete the longest unused studies until the store is"
                + " no larger than SIZE (500M, 20G); never an unread, locked or unsent one";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(StoreCommands.FOLDER);
        names.add("--quota");
        Arguments arguments = Arguments.parse(args, names, Set.of("--json"));
        long quota = bytes(arguments.required("--quota"));
        try (StudyStore store = StoreCommands.open(arguments)) {
            List<StoredStudy> gone = store.evict(quota);
            long left = store.usage().bytes();
            for (StoredStudy study : gone) {
                out.println(
                        arguments.has("--json")
                                ? StoreFindCommand.json(study).toString()
                                : "evicted " + study.uid() + ", " + study.bytes() + " bytes");
            }
            err.println("farfield store evict: " + gone.size() + " studies gone, " + left + " bytes left");
            return left <= quota ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    static long bytes(String text) throws WrongUsage {
        String upper = text.toUpperCase(Locale.ROOT).replaceAll("I?B$", "");
        int shift = switch (upper.isEmpty() ? ' ' : upper.charAt(upper.length() - 1)) {
            case 'K' -> 10;
            case 'M' -> 20;
            case 'G' -> 30;
            case 'T' -> 40;
            default -> 0;
        };
        try {
            return Math.multiplyExact(
                    Long.parseLong(shift == 0 ? upper : upper.substring(0, upper.length() - 1)), 1L << shift);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new WrongUsage("'" + text + "' is no size; for instance 500M or 20G");
        }
    }
}
