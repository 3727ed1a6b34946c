package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.protocol.Role;

/** {@code farfield drive}: plays one person of a session from a script. */
final class DriveCommand implements Subcommand {
    private static final double MEASURED_SECONDS = 5;

    @Override
    public String name() {
        return "drive";
    }

    @Override
    public String usage() {
        return "HOST:PORT --as remote|local|consultant|observer SCRIPT|- [--state DIR] [--transport auto|quic|tcp]"
                + "   play one person of a session; one JSON line a verdict";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, Set.of("--as", "--state", "--transport"), Set.of());
        if (arguments.words().size() != 2) {
            throw new WrongUsage("expected HOST:PORT and SCRIPT");
        }
        String who = arguments.required("--as");
        Role role = role(who);
        InetSocketAddress endpoint =
                SessionPlace.address("HOST:PORT", arguments.words().getFirst());
        List<DriveStep> steps = DriveStep.parse(script(arguments.words().get(1)));
        ClientConfig config = new ClientConfig(
                SessionPlace.of(arguments).identity(who), role, endpoint, SessionPlace.transport(arguments));
        try (DriveSeat seat = new DriveSeat(config)) {
            WatchCommand.joined(seat.client());
            if (!seat.await(DriveSeat::mayPrepare, MEASURED_SECONDS)) {
                err.println("drive: the link allows no preparation: "
                        + seat.client().view().tier());
            }
            err.println("drive: " + config.identity().operator() + " in the session at "
                    + SessionPlace.shown(endpoint) + " over "
                    + seat.client().view().transport());
            return play(new DriveRun(seat, config.identity().operator(), out), steps, err);
        }
    }

    private static int play(DriveRun run, List<DriveStep> steps, PrintStream err)
            throws WrongUsage, InterruptedException {
        for (DriveStep step : steps) {
            if (!run.step(step)) {
                err.println("drive: line " + step.line() + ": expected " + step.text() + ", which did not come");
                return ExitCode.FAILED;
            }
        }
        return ExitCode.OK;
    }

    private static Role role(String who) throws WrongUsage {
        return switch (who) {
            case "remote" -> Role.REMOTE_OPERATOR;
            case "local" -> Role.LOCAL_OPERATOR;
            case "consultant" -> Role.CONSULTANT;
            case "observer" -> Role.OBSERVER;
            default -> throw new WrongUsage("--as is remote, local, consultant or observer, got '" + who + "'");
        };
    }

    private static List<String> script(String name) throws Failed {
        try {
            byte[] text = name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new Failed("cannot read the script " + name + ": " + e.getMessage(), e);
        }
    }
}
