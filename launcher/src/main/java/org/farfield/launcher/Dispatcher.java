package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the subcommand and turns what it throws into one line on standard error and an exit code. */
final class Dispatcher {
    private final List<Subcommand> subcommands;

    Dispatcher(List<Subcommand> subcommands) {
        this.subcommands = List.copyOf(subcommands);
    }

    int run(List<String> args, PrintStream out, PrintStream err) {
        String name = args.isEmpty() ? "open" : args.getFirst();
        List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
        if (name.equals("help") || name.equals("--help") || name.equals("-h")) {
            out.print(usage());
            return ExitCode.OK;
        }
        for (Subcommand subcommand : subcommands) {
            if (subcommand.name().equals(name)) {
                return run(subcommand, rest, out, err);
            }
        }
        String names = subcommands.stream().map(Subcommand::name).collect(Collectors.joining(", "));
        err.println("farfield: no subcommand is called '" + name + "'. One of: " + names);
        return ExitCode.WRONG_USAGE;
    }

    private static int run(Subcommand subcommand, List<String> args, PrintStream out, PrintStream err) {
        String prefix = "farfield " + subcommand.name() + ": ";
        if (args.contains("--help")) {
            out.print(usage(subcommand));
            return ExitCode.OK;
        }
        try {
            return subcommand.run(args, out, err);
        } catch (WrongUsage e) {
            err.println(prefix + e.getMessage());
            return ExitCode.WRONG_USAGE;
        } catch (Failed e) {
            err.println(prefix + e.getMessage());
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println(prefix + "interrupted");
            return ExitCode.FAILED;
        } catch (RuntimeException | OutOfMemoryError e) {
            err.println(prefix + "failed unexpectedly: " + e + place(e));
            return ExitCode.FAILED;
        }
    }

    /** Where a broken promise shows, so that a report of it can be followed up. */
    private static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private String usage() {
        return "usage: farfield [SUBCOMMAND ARGUMENTS]   (without one: start the workstation)\n"
                + subcommands.stream().map(Dispatcher::usage).collect(Collectors.joining());
    }

    private static String usage(Subcommand subcommand) {
        return subcommand
                .usage()
                .lines()
                .map(line -> "  farfield " + subcommand.name() + " " + line + "\n")
                .collect(Collectors.joining());
    }
}
