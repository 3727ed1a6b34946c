package org.farfield.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.farfield.launcher.hospital.Hospital;
import org.farfield.remote.gateway.DoseRules;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.farfield.remote.twin.CtTwin;
import org.farfield.remote.twin.TwinConfig;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.workstation.app.SnapshotRequest;
import org.farfield.workstation.app.Workstation;
import org.farfield.workstation.app.WorkstationOptions;
import org.farfield.workstation.app.compare.CompareExtension;
import org.farfield.workstation.app.hanging.HangingExtension;
import org.farfield.workstation.app.report.ReportExtension;
import org.farfield.workstation.study.vault.Vault;

/**
 * {@code demo}: a whole remote scan on this machine. A scanner twin, a gateway, a relay, the workstation of a remote
 * operator and the window of the local operator, talking over real sockets with mutual TLS on the loopback address.
 */
final class DemoCommand implements Subcommand {

    private static final int SNAPSHOT_SECONDS = 25;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "[--snapshot FILE.png [--seconds N]] " + TwinArguments.USAGE + " " + HospitalArguments.USAGE
                + " [--state DIR]"
                + " [--transport auto|quic|tcp] [--link PROFILE] [--language en|zh-CN]   a whole remote scan on this machine";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> options =
                new HashSet<>(Set.of("--snapshot", "--seconds", "--state", "--transport", "--link", "--language"));
        options.addAll(TwinArguments.OPTIONS);
        HospitalArguments hospitalArguments = HospitalArguments.parse(args, options);
        Arguments given = hospitalArguments.own();
        if (!given.words().isEmpty()) {
            throw new WrongUsage("demo takes no " + given.words().getFirst());
        }
        StateFolder state = given.value("--state")
                .map(folder -> new StateFolder(Path.of(folder).toAbsolutePath().normalize()))
                .orElseGet(StateFolder::ofEnvironment);
        Subject subject = TwinArguments.subject(given, err);
        TwinConfig asked = TwinArguments.config(given, subject);
        DoseRules dose = TwinArguments.dose(given, subject);
        Optional<SnapshotRequest> picture = picture(given);
        TransportPreference transport = transport(given);
        WorkstationOptions window = WorkstationOptions.of(List.of(), OpenCommand.store(state));
        Optional<String> language = given.value("--language");
        if (language.isPresent()) {
            window = window.with(OpenCommand.language(language.get()));
        }
        Consumer<String> lines = line -> err.println("demo: " + line);
        TwinConfig ordered = hospitalArguments.ordered(asked, lines);
        try (Hospital hospital = hospitalArguments.open(lines)) {
            TwinConfig twin = hospitalArguments.archived(ordered).withLog(hospital);
            Demo demo = new Demo(
                    state,
                    new Demo.Room(() -> new CtTwin(twin, SessionClock.SYSTEM), dose),
                    transport,
                    BenchLinkCommand.profile(given, "--link"),
                    picture.map(SnapshotRequest::file),
                    err);
            window = window.with(
                    demo.and(new ReportExtension(Vault.at(state.store()).root()))
                            .and(new CompareExtension())
                            .and(new HangingExtension(state.hanging())));
            int code = Workstation.run(picture.map(window::with).orElse(window), err);
            demo.close();
            return demo.failed() ? ExitCode.FAILED : code;
        }
    }

    private static Optional<SnapshotRequest> picture(Arguments given) throws WrongUsage {
        Optional<String> file = given.value("--snapshot");
        if (file.isEmpty() && given.value("--seconds").isPresent()) {
            throw new WrongUsage("--seconds belongs to --snapshot");
        }
        double seconds = number(given, "--seconds", SNAPSHOT_SECONDS, 1);
        return file.map(name -> new SnapshotRequest(
                Path.of(name),
                Optional.of(Duration.ofMillis(Math.round(seconds * 1000))),
                SnapshotRequest.WIDTH,
                SnapshotRequest.HEIGHT));
    }

    private static TransportPreference transport(Arguments given) throws WrongUsage {
        String word = given.value("--transport").orElse("auto");
        return switch (word) {
            case "auto" -> TransportPreference.AUTO;
            case "quic" -> TransportPreference.QUIC;
            case "tcp" -> TransportPreference.TCP;
            default -> throw new WrongUsage("--transport is auto, quic or tcp, not " + word);
        };
    }

    private static double number(Arguments given, String option, double otherwise, double least) throws WrongUsage {
        Optional<String> text = given.value(option);
        double number = text.isPresent() ? Arguments.numbers(option, text.get(), ",", 1)[0] : otherwise;
        if (number < least) {
            throw new WrongUsage(option + " is at least " + String.format(Locale.ROOT, "%.4g", least));
        }
        return number;
    }
}
