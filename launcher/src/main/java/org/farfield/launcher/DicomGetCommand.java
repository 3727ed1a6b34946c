package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.Retrieve;

/** {@code farfield dicom get}: C-GET into a folder or the study store. */
final class DicomGetCommand implements Subcommand {
    @Override
    public String name() {
        return "get";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " " + RetrieveKeys.USAGE + " " + ReceivePlace.USAGE
                + " [--json]   retrieve by C-GET";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(RetrieveKeys.NAMES);
        names.addAll(ReceivePlace.NAMES);
        NetworkArguments arguments = NetworkArguments.parse(args, names, Set.of("--json"));
        Peer peer = arguments.peer();
        arguments.nothingElse();
        RetrieveReport report = new RetrieveReport(name(), err);
        try (ReceivePlace place = ReceivePlace.of(arguments.own());
                Connector connector = new Connector()) {
            Retrieve.Result result = new Retrieve(connector, peer, RetrieveKeys.model(arguments.own()))
                    .get(RetrieveKeys.of(arguments.own()), place.sink(), report, progress -> {}, new Cancellation());
            return report.end(result, arguments.own().has("--json"), out, true);
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }
}
