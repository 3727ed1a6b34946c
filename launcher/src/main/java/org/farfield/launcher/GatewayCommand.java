package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.farfield.launcher.hospital.Hospital;
import org.farfield.remote.gateway.Gateway;
import org.farfield.remote.gateway.GatewayConfig;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.twin.CtTwin;
import org.farfield.remote.twin.TwinConfig;
import org.farfield.remote.twin.phantom.Subject;

/** {@code farfield gateway}: a scanner twin and its gateway, until the process is asked to end. */
final class GatewayCommand implements Subcommand {
    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String usage() {
        return "--twin ct --listen HOST:PORT " + TwinArguments.USAGE + " " + HospitalArguments.USAGE
                + " [--state DIR]   run a scanner twin behind a gateway";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> options = new HashSet<>(Set.of("--twin", "--listen", "--state"));
        options.addAll(TwinArguments.OPTIONS);
        HospitalArguments hospitalArguments = HospitalArguments.parse(args, options);
        Arguments arguments = hospitalArguments.own();
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("unexpected '" + arguments.words().getFirst() + "'");
        }
        String twin = arguments.required("--twin");
        if (!twin.equals("ct")) {
            throw new WrongUsage("--twin is ct, got '" + twin + "'");
        }
        InetSocketAddress listen = SessionPlace.address("--listen", arguments.required("--listen"));
        Subject subject = TwinArguments.subject(arguments, err);
        TwinConfig asked = TwinArguments.config(arguments, subject);
        SessionPlace place = SessionPlace.of(arguments);
        Consumer<String> lines = line -> err.println("gateway: " + line);
        TwinConfig ordered = hospitalArguments.ordered(asked, lines);
        TwinConfig archived = hospitalArguments.archived(ordered);
        try (Hospital hospital = hospitalArguments.open(lines);
                Gateway gateway = new Gateway(
                        new GatewayConfig(
                                listen,
                                place.state().root().resolve("gateway"),
                                place.identity("gateway"),
                                false,
                                TwinArguments.dose(arguments, subject)),
                        new CtTwin(archived.withLog(hospital), SessionClock.SYSTEM),
                        SessionClock.SYSTEM,
                        lines)) {
            InetSocketAddress address = gateway.start();
            Runtime.getRuntime().addShutdownHook(end(gateway, hospital));
            out.println(new JsonLine()
                    .put("event", "listening")
                    .put("address", SessionPlace.shown(address))
                    .put("scanner", gateway.state().scanner().scannerId())
                    .put("sessionEpoch", gateway.sessionEpoch()));
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new Failed("cannot serve " + SessionPlace.shown(listen) + ": " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    /** The hospital hears of the end when the scanner has ended. */
    private static Thread end(Gateway gateway, Hospital hospital) {
        return new Thread(
                () -> {
                    gateway.close();
                    hospital.close();
                },
                "gateway-end");
    }
}
