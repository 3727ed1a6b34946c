package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.FolderSink;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.QueryModel;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.Send;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.network.service.StorageServer;

/**
 * {@code farfield bench network}: C-STORE from DCMTK's {@code storescu} to our storage SCP and to {@code storescp}, and
 * C-GET from an Orthanc by us and by {@code getscu}, in turns.
 */
final class BenchNetworkCommand implements Subcommand {
    @Override
    public String name() {
        return "network";
    }

    @Override
    public String usage() {
        return "DIR [--instances N] [--associations N] [--runs N]   time C-STORE and C-GET of N (400) copies of the"
                + " files under DIR over loopback, sent on N (1) associations at once, and storescp and getscu beside it";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, Set.of("--instances", "--associations", "--runs"), Set.of());
        int count = arguments.count("--instances", 400);
        int runs = arguments.count("--runs", 3);
        int associations = arguments.count("--associations", 1);
        DicomFiles files = DicomFiles.of(new Arguments(List.of(arguments.onlyWord("DIR")), Map.of(), Set.of()));
        try {
            Path work = Files.createTempDirectory("farfield-bench-network");
            try {
                Path instances = Files.createDirectory(work.resolve("instances"));
                long bytes = copies(files.paths(), count, associations, instances);
                out.printf(
                        Locale.ROOT,
                        "INFO\tinstances=%d\tassociations=%d\tMB=%.1f%n",
                        count,
                        associations,
                        bytes / 1e6);
                receive(work, instances, count, runs, out, err);
                get(work, instances, count, runs, out, err);
            } finally {
                delete(work);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failed("cannot be measured: " + e.getMessage(), e);
        }
    }

    private static long copies(List<Path> from, int count, int folders, Path to) throws IOException, Failed {
        if (from.isEmpty()) {
            throw new Failed("no DICOM file lies there");
        }
        String study = Uids.create();
        String series = Uids.create();
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            DicomFile file = Part10.read(from.get(i % from.size()));
            DataSet d = file.dataSet()
                    .copy()
                    .set(Tag.STUDY_INSTANCE_UID, study)
                    .set(Tag.SERIES_INSTANCE_UID, series)
                    .set(Tag.SOP_INSTANCE_UID, Uids.create());
            Path folder = Files.createDirectories(to.resolve(Integer.toString(i % folders)));
            Path path = folder.resolve(String.format(Locale.ROOT, "%05d.dcm", i));
            Part10.write(DicomFile.of(d, file.transferSyntax()), path);
            bytes += Files.size(path);
        }
        return bytes;
    }

    private static void receive(Path work, Path instances, int count, int runs, PrintStream out, PrintStream err)
            throws IOException, InterruptedException, Failed {
        Timings ours = new Timings("network.receive." + count);
        Timings theirs = new Timings("storescp.receive." + count);
        for (int run = -1; run < runs; run++) {
            Path kept = work.resolve("ours-" + run);
            try (FolderSink sink = new FolderSink(kept);
                    StorageServer server = StorageServer.open(configuration(), sink, new ReceiveListener() {})) {
                send(server.address().getPort(), instances, run < 0 ? new Timings("warm-up") : ours);
            }
            require(kept, count);
            delete(kept);
            Path folder = Files.createDirectory(work.resolve("theirs-" + run));
            int port = BenchServer.freePort();
            Optional<BenchServer> storescp = BenchServer.start(
                    folder,
                    port,
                    List.of("storescp", "--fork", "-od", folder.toString(), "+B", "-aet", "BENCH", "" + port));
            if (storescp.isPresent()) {
                try (BenchServer _ = storescp.get()) {
                    send(port, instances, run < 0 ? new Timings("warm-up") : theirs);
                }
                require(folder, count);
            }
            delete(folder);
        }
        print(ours, theirs, out, err, "storescu");
    }

    private static StorageServer.Configuration configuration() {
        return new StorageServer.Configuration(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "BENCH",
                Set.of(),
                Optional.empty(),
                16,
                Timeouts.ACCEPTOR);
    }

    private static void send(int port, Path instances, Timings timings) throws IOException {
        List<List<String>> senders = new ArrayList<>();
        try (Stream<Path> folders = Files.list(instances)) {
            folders.forEach(folder -> senders.add(List.of(
                    "env",
                    "TCP_NODELAY=1",
                    "storescu",
                    "-aec",
                    "BENCH",
                    "+sd",
                    "127.0.0.1",
                    "" + port,
                    folder.toString())));
        }
        BenchPeer.timeTogether(senders, timings);
    }

    private static void get(Path work, Path instances, int count, int runs, PrintStream out, PrintStream err)
            throws IOException, InterruptedException, Failed {
        int port = BenchServer.freePort();
        Path storage = Files.createDirectory(work.resolve("orthanc"));
        Path settings = Files.writeString(work.resolve("orthanc.json"), """
                { "Name": "bench", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [], "DicomPort": %d,
                  "DicomAet": "ORTHANC", "HttpServerEnabled": false, "DicomAlwaysAllowStore": true,
                  "DicomAlwaysAllowGet": true, "DicomAlwaysAllowFind": true, "OverwriteInstances": false }
                """.formatted(storage, storage, port));
        Optional<BenchServer> orthanc = BenchServer.start(work, port, List.of("Orthanc", settings.toString()));
        if (orthanc.isEmpty()) {
            err.println("farfield bench network: Orthanc is not installed, C-GET is not measured");
            return;
        }
        Timings ours = new Timings("network.get." + count);
        Timings theirs = new Timings("getscu.get." + count);
        try (BenchServer _ = orthanc.get();
                Connector connector = new Connector()) {
            Peer peer = new Peer("127.0.0.1", port, "ORTHANC", "BENCH", Optional.empty());
            String study = load(connector, peer, instances);
            DataSet keys =
                    new DataSet().set(Tag.of("QueryRetrieveLevel"), "STUDY").set(Tag.STUDY_INSTANCE_UID, study);
            for (int run = -1; run < runs; run++) {
                Path kept = work.resolve("got-" + run);
                Retrieve retrieve = new Retrieve(connector, peer, QueryModel.STUDY_ROOT);
                long begin = System.nanoTime();
                try (FolderSink sink = new FolderSink(kept)) {
                    retrieve.get(keys, sink, new ReceiveListener() {}, p -> {}, new Cancellation());
                }
                (run < 0 ? new Timings("warm-up") : ours).addNanos(System.nanoTime() - begin);
                require(kept, count);
                delete(kept);
                Path folder = Files.createDirectory(work.resolve("getscu-" + run));
                BenchPeer.time(
                        List.of(
                                "env",
                                "TCP_NODELAY=1",
                                "getscu",
                                "-S",
                                "+B",
                                "-aec",
                                "ORTHANC",
                                "-od",
                                folder.toString(),
                                "-k",
                                "QueryRetrieveLevel=STUDY",
                                "-k",
                                "StudyInstanceUID=" + study,
                                "127.0.0.1",
                                "" + port),
                        run < 0 ? new Timings("warm-up") : theirs);
                delete(folder);
            }
        }
        print(ours, theirs, out, err, "getscu");
    }

    private static String load(Connector connector, Peer peer, Path instances)
            throws IOException, InterruptedException {
        List<OutgoingInstance> outgoing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(instances)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                outgoing.add(OutgoingInstance.of(file));
            }
        }
        SendListener failing = new SendListener() {
            @Override
            public void onSent(OutgoingInstance instance, String note) {}

            @Override
            public void onFailed(OutgoingInstance instance, String cause) {
                throw new IllegalStateException(instance.file() + ": " + cause);
            }
        };
        new Send(connector, peer, 2).send(outgoing, failing, new Cancellation());
        return Part10.read(outgoing.getFirst().file())
                .dataSet()
                .string(Tag.STUDY_INSTANCE_UID)
                .orElseThrow();
    }

    private static void print(Timings ours, Timings theirs, PrintStream out, PrintStream err, String program) {
        if (ours.count() == 0) {
            err.println("farfield bench network: " + program + " is not installed or fails");
            return;
        }
        out.println(ours);
        BenchPeer.print(theirs, out);
        if (theirs.count() > 0) {
            out.printf(Locale.ROOT, "RATIO\t%s\trate ours/theirs=%.2f%n", program, theirs.median() / ours.median());
        }
    }

    private static void require(Path folder, int count) throws IOException, Failed {
        try (Stream<Path> files = Files.list(folder)) {
            long found = files.filter(Files::isRegularFile).count();
            if (found != count) {
                throw new Failed(found + " of " + count + " instances came");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
