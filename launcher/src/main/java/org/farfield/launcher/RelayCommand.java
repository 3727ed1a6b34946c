package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.farfield.remote.relay.Relay;
import org.farfield.remote.relay.RelayConfig;

/** {@code farfield relay}: carries one gateway's session to many participants, until the process is asked to end. */
final class RelayCommand implements Subcommand {
    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String usage() {
        return "--upstream HOST:PORT --listen HOST:PORT [--state DIR] [--transport auto|quic|tcp]"
                + "   carry a gateway's session to many participants";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments =
                Arguments.parse(args, Set.of("--upstream", "--listen", "--state", "--transport"), Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("unexpected '" + arguments.words().getFirst() + "'");
        }
        InetSocketAddress upstream = SessionPlace.address("--upstream", arguments.required("--upstream"));
        InetSocketAddress listen = SessionPlace.address("--listen", arguments.required("--listen"));
        RelayConfig plain =
                new RelayConfig(upstream, listen, SessionPlace.of(arguments).identity("relay"));
        RelayConfig config = new RelayConfig(
                upstream,
                listen,
                plain.identity(),
                SessionPlace.transport(arguments),
                plain.mostKeptBytes(),
                plain.links().withProblems(line -> err.println("relay: " + line)));
        try (Relay relay = new Relay(config)) {
            InetSocketAddress address = relay.start();
            Runtime.getRuntime().addShutdownHook(new Thread(relay::close, "relay-end"));
            out.println(new JsonLine()
                    .put("event", "listening")
                    .put("address", SessionPlace.shown(address))
                    .put("upstream", SessionPlace.shown(upstream)));
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new Failed("cannot serve " + SessionPlace.shown(listen) + ": " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }
}
