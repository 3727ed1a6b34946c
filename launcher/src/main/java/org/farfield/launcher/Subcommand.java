package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;

/**
 * One word after {@code farfield} and what it does. Results go to standard output, progress and faults to standard
 * error. Runs on the program's first thread; may block.
 */
public interface Subcommand {
    /** The word that selects it, for instance {@code info}. */
    String name();

    /** Its arguments and purpose in one line, for the usage text: {@code PATH [--json] list the series under PATH}. */
    String usage();

    /**
     * Does the work.
     *
     * @param args what came after the name
     * @param out results
     * @param err progress, and one clear line for each fault
     * @return one of {@link ExitCode}'s values
     * @throws WrongUsage when the arguments are wrong; the dispatcher prints its message and answers 2
     * @throws Failed when the work could not be done; the dispatcher prints its message and answers 1
     * @throws InterruptedException when the program is asked to end while it waits
     */
    int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed, InterruptedException;
}
