package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Commitment;
import org.farfield.dicom.network.service.CommitmentReport;
import org.farfield.dicom.network.service.CommitmentServer;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.StorageServer;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield dicom commit}: asks an archive to be responsible for instances, or answers such requests. */
final class DicomCommitCommand implements Subcommand {
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public String name() {
        return "commit";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " PATH... [--listen PORT] [--wait SECONDS] [--json]   ask whether an archive"
                + " keeps these instances for good; --listen: where it may call back\ncommit --receive PORT "
                + ServerArguments.USAGE + " --store DIR   answer such requests for a store until interrupted;"
                + " studies with committed instances are locked";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(ServerArguments.NAMES);
        names.addAll(Set.of("--listen", "--wait", "--receive", "--store"));
        NetworkArguments arguments = NetworkArguments.parse(args, names, Set.of("--json"));
        try {
            return arguments.own().value("--receive").isPresent() ? receive(arguments, err) : ask(arguments, out, err);
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static int ask(NetworkArguments arguments, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, IOException, InterruptedException {
        Peer peer = arguments.peer();
        List<OutgoingInstance> instances = new ArrayList<>();
        for (Path file : DicomFiles.of(new Arguments(arguments.rest(), Map.of(), Set.of()))
                .paths()) {
            instances.add(OutgoingInstance.of(file));
        }
        Duration patience = Duration.ofSeconds(arguments.own().count("--wait", PATIENCE_SECONDS));
        try (Connector connector = new Connector();
                Commitment commitment = Commitment.open(
                        connector,
                        peer,
                        ours(arguments, peer),
                        line -> err.println("farfield dicom commit: " + line))) {
            CommitmentReport report = commitment
                    .ask(instances, patience)
                    .orElseThrow(() -> new Failed(
                            peer + ": took the request and did not answer within " + patience.toSeconds() + " s"));
            return tell(report, instances.size(), arguments.own().has("--json"), out, err);
        }
    }

    private static Optional<StorageServer.Configuration> ours(NetworkArguments arguments, Peer peer) throws WrongUsage {
        Optional<String> port = arguments.own().value("--listen");
        if (port.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new java.util.HashMap<>(arguments.own().values());
        values.putIfAbsent("--from", peer.calledTitle());
        Arguments own = new Arguments(List.of(), values, Set.of());
        return Optional.of(
                ServerArguments.configuration(new NetworkArguments(own, arguments.tls(), List.of()), port.get()));
    }

    private static int tell(CommitmentReport report, int asked, boolean json, PrintStream out, PrintStream err) {
        report.failed()
                .forEach((uid, reason) -> err.println(
                        "farfield dicom commit: " + uid + ": not kept, reason " + String.format("%04XH", reason)));
        boolean all = report.committed().size() == asked;
        if (json) {
            out.println(new JsonLine()
                    .put("asked", asked)
                    .put("committed", report.committed().size())
                    .put("failed", report.failed().size()));
        } else {
            out.println(report.committed().size() + " of " + asked + " instances are committed");
        }
        return all ? ExitCode.OK : ExitCode.FAILED;
    }

    private static int receive(NetworkArguments arguments, PrintStream err)
            throws WrongUsage, Failed, IOException, InterruptedException {
        try (StudyStore store = StoreCommands.open(arguments.own());
                CommitmentServer server = CommitmentServer.open(
                        ServerArguments.configuration(arguments, arguments.own().required("--receive")),
                        uid -> committed(store, uid),
                        line -> err.println("farfield dicom commit: " + line))) {
            err.println("farfield dicom commit: " + arguments.title() + " listens on port "
                    + server.address().getPort());
            new CountDownLatch(1).await();
            return ExitCode.OK;
        }
    }

    private static boolean committed(StudyStore store, String uid) {
        try {
            return store.commit(uid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
