package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The arguments only: the window itself is tested where it is made. */
class OpenCommandTest {
    @Test
    void pathsOfWhichNoneIsThereFailWithTheirNames() {
        CommandRun run = CommandRun.of("open", "no/such/a", "no/such/b");
        assertEquals(1, run.code());
        assertEquals("""
                farfield open: no/such/a: there is no such file or folder
                farfield open: no/such/b: there is no such file or folder
                farfield open: nothing to open
                """, run.err());
    }

    @Test
    void wrongArgumentsAreNamedBeforeAnyWindowOpens() {
        assertWrong("--snapshot expects a name that ends in .png, got 'x.jpg'", "--snapshot", "x.jpg");
        assertWrong("--seconds and --size belong to --snapshot FILE.png", "--seconds", "3");
        assertWrong("--seconds expects 0 to 3600, got '-1'", "--snapshot", "x.png", "--seconds", "-1");
        assertWrong("--size: a picture of 10x10 pixels", "--snapshot", "x.png", "--size", "10x10");
        assertWrong("--language expects en or zh-CN, got 'fr'", "--language", "fr");
        assertWrong("unknown option --help-me", "--help-me");
    }

    private static void assertWrong(String message, String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "open";
        System.arraycopy(args, 0, all, 1, args.length);
        CommandRun run = CommandRun.of(all);
        assertEquals(2, run.code());
        assertEquals("farfield open: " + message + "\n", run.err());
    }
}
