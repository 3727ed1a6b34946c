package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Echo;

/** {@code farfield dicom echo}: whether a peer is there and knows us. */
final class DicomEchoCommand implements Subcommand {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " [--json]   whether a DICOM system answers";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        NetworkArguments arguments = NetworkArguments.parse(args, Set.of(), Set.of("--json"));
        Peer peer = arguments.peer();
        arguments.nothingElse();
        try (Connector connector = new Connector()) {
            Echo.Answer answer = Echo.ask(connector, peer);
            double ms = answer.roundTrip().toNanos() / 1e6;
            if (arguments.own().has("--json")) {
                out.println(new JsonLine()
                        .put("peer", peer.toString())
                        .put("ok", true)
                        .put("roundTripMs", ms)
                        .put("implementation", answer.implementation()));
            } else {
                out.println(
                        String.format(Locale.ROOT, "%s answers in %.1f ms (%s)", peer, ms, answer.implementation()));
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }
}
