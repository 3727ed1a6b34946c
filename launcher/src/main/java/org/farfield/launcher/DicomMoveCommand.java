package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.StorageServer;

/** {@code farfield dicom move}: C-MOVE to another system, or to ourselves while the command runs. */
final class DicomMoveCommand implements Subcommand {
    @Override
    public String name() {
        return "move";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " " + RetrieveKeys.USAGE + " (--dest AET | --receive PORT " + ReceivePlace.USAGE
                + ") [--json]   have a DICOM system send instances, to us by --receive";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(RetrieveKeys.NAMES);
        names.addAll(ReceivePlace.NAMES);
        names.addAll(Set.of("--dest", "--receive"));
        NetworkArguments arguments = NetworkArguments.parse(args, names, Set.of("--json"));
        Arguments own = arguments.own();
        Peer peer = arguments.peer();
        arguments.nothingElse();
        boolean receive = own.value("--receive").isPresent();
        if (receive == own.value("--dest").isPresent()) {
            throw new WrongUsage("either --dest or --receive is needed");
        }
        String destination = own.value("--dest").orElse(arguments.title());
        RetrieveReport report = new RetrieveReport(name(), err);
        try (Connector connector = new Connector()) {
            Retrieve retrieve = new Retrieve(connector, peer, RetrieveKeys.model(own));
            if (!receive) {
                return report.end(move(retrieve, own, destination), own.has("--json"), out, false);
            }
            try (ReceivePlace place = ReceivePlace.of(own);
                    StorageServer _ = StorageServer.open(
                            new StorageServer.Configuration(
                                    new InetSocketAddress(own.count("--receive", 0)),
                                    arguments.title(),
                                    Set.of(peer.calledTitle()),
                                    arguments.tls(),
                                    16,
                                    Timeouts.ACCEPTOR),
                            place.sink(),
                            report)) {
                return report.end(move(retrieve, own, destination), own.has("--json"), out, true);
            }
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static Retrieve.Result move(Retrieve retrieve, Arguments own, String destination)
            throws IOException, WrongUsage, InterruptedException {
        return retrieve.move(RetrieveKeys.of(own), destination, progress -> {}, new Cancellation());
    }
}
