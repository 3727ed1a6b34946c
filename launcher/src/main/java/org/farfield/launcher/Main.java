package org.farfield.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program's entry: {@code farfield SUBCOMMAND ARGUMENTS}. Text is UTF-8 whatever the machine's locale is. */
public final class Main {
    private Main() {}

    /** Runs one subcommand and ends the process with its exit code, whatever threads it left behind. */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = new Dispatcher(Subcommands.all()).run(List.of(args), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
