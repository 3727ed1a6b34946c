package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.Send;
import org.farfield.dicom.network.service.SendListener;

/** {@code farfield dicom send}: C-STORE of files and folders. */
final class DicomSendCommand implements Subcommand {
    @Override
    public String name() {
        return "send";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " PATH... [--associations N] [--json]   send files to a DICOM system";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        NetworkArguments arguments = NetworkArguments.parse(args, Set.of("--associations"), Set.of("--json"));
        Peer peer = arguments.peer();
        int associations = arguments.own().count("--associations", 1);
        List<OutgoingInstance> instances = new ArrayList<>();
        int unreadable = 0;
        for (var path : DicomFiles.of(new Arguments(arguments.rest(), java.util.Map.of(), Set.of()))
                .paths()) {
            try {
                instances.add(OutgoingInstance.of(path));
            } catch (IOException e) {
                unreadable++;
                err.println("farfield dicom send: " + e.getMessage());
            }
        }
        boolean json = arguments.own().has("--json");
        Log log = new Log(json, out, err);
        long start = System.nanoTime();
        try (Connector connector = new Connector()) {
            new Send(connector, peer, associations).send(instances, log, new Cancellation());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (json) {
            out.println(new JsonLine()
                    .put("peer", peer.toString())
                    .put("sent", log.sent.get())
                    .put("failed", log.failed.get() + unreadable)
                    .put("seconds", seconds));
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%s took %d instances of %d in %.2f s",
                    peer,
                    log.sent.get(),
                    instances.size() + unreadable,
                    seconds));
        }
        return log.failed.get() + unreadable == 0 && !instances.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static final class Log implements SendListener {
        private final boolean json;
        private final PrintStream out;
        private final PrintStream err;
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();

        Log(boolean json, PrintStream out, PrintStream err) {
            this.json = json;
            this.out = out;
            this.err = err;
        }

        @Override
        public void onSent(OutgoingInstance instance, String note) {
            sent.incrementAndGet();
            if (json) {
                out.println(line(instance).put("ok", true).put("note", note));
            } else if (!note.isEmpty()) {
                err.println("farfield dicom send: " + instance.file() + ": " + note);
            }
        }

        @Override
        public void onFailed(OutgoingInstance instance, String cause) {
            failed.incrementAndGet();
            if (json) {
                out.println(line(instance).put("ok", false).put("cause", cause));
            }
            err.println("farfield dicom send: " + instance.file() + ": " + cause);
        }

        private static JsonLine line(OutgoingInstance instance) {
            return new JsonLine()
                    .put("file", instance.file().toString())
                    .put("sopInstanceUid", instance.sopInstanceUid());
        }
    }
}
