package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theNamedSubcommandGetsWhatFollowsItsName() {
        assertEquals(0, run(new Echo(), "echo", "a", "b"));
        assertEquals("[a, b]\n", text(out));
    }

    @Test
    void anUnknownNameIsWrongUsageAndNamesTheKnownOnes() {
        assertEquals(2, run(new Echo(), "ehco"));
        assertEquals("farfield: no subcommand is called 'ehco'. One of: echo\n", text(err));
    }

    @Test
    void wrongArgumentsAreOneLineAndTwo() {
        assertEquals(2, run(new Echo(), "echo", "--loud"));
        assertEquals("farfield echo: unknown option --loud\n", text(err));
    }

    @Test
    void failureIsOneLineAndOne() {
        assertEquals(1, run(new Echo(), "echo", "fail"));
        assertEquals("farfield echo: could not\n", text(err));
    }

    @Test
    void aBrokenPromiseIsOneLineAndOne() {
        assertEquals(1, run(new Echo(), "echo", "crash"));
        assertEquals(1, text(err).lines().count());
        assertTrue(text(err).startsWith("farfield echo: failed unexpectedly: java.lang.IllegalStateException: crash"));
    }

    @Test
    void aGroupChoosesByTheNextWordAndNamesItsMembers() {
        Subcommand group = new GroupCommand("bench", List.of(new Echo()));
        assertEquals(0, run(group, "bench", "echo", "x"));
        assertEquals("[x]\n", text(out));
        assertEquals(2, run(group, "bench"));
        assertEquals(2, run(group, "bench", "walk"));
        assertEquals("""
                farfield bench: which bench? One of: echo
                farfield bench: no bench is called 'walk'. One of: echo
                """, text(err));
    }

    @Test
    void helpShowsEverySubcommandOnStandardOutput() {
        assertEquals(0, run(new Echo(), "--help"));
        assertTrue(text(out).contains("  farfield echo WORDS...  say them\n"));
    }

    private int run(Subcommand subcommand, String... args) {
        PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Dispatcher(List.of(subcommand)).run(List.of(args), o, e);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static final class Echo implements Subcommand {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String usage() {
            return "WORDS...  say them";
        }

        @Override
        public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
            Arguments arguments = Arguments.parse(args, Set.of(), Set.of());
            if (arguments.words().contains("fail")) {
                throw new Failed("could not");
            }
            if (arguments.words().contains("crash")) {
                throw new IllegalStateException("crash");
            }
            out.println(args);
            return ExitCode.OK;
        }
    }
}
