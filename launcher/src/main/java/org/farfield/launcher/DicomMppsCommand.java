package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.ProcedureStepServer;
import org.farfield.dicom.network.service.ProcedureSteps;
import org.farfield.launcher.hospital.PerformedStep;

/** {@code farfield dicom mpps}: tells of performed procedure steps, or hears of them. */
final class DicomMppsCommand implements Subcommand {
    @Override
    public String name() {
        return "mpps";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " (--start FILE | --complete UID [PATH...] | --discontinue UID [PATH...])"
                + " [--json]   tell an information system that a procedure step began (for the patient and study of"
                + " FILE), or how it ended, with the images it made\nmpps --receive PORT " + ServerArguments.USAGE
                + " --out DIR [--json]   hear of procedure steps until interrupted; each is a file in DIR";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(ServerArguments.NAMES);
        names.addAll(Set.of("--start", "--complete", "--discontinue", "--receive", "--out"));
        NetworkArguments arguments = NetworkArguments.parse(args, names, Set.of("--json"));
        boolean json = arguments.own().has("--json");
        try {
            return arguments.own().value("--receive").isPresent()
                    ? receive(arguments, json, out, err)
                    : tell(arguments, json, out);
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static int tell(NetworkArguments arguments, boolean json, PrintStream out)
            throws WrongUsage, Failed, IOException, InterruptedException {
        Peer peer = arguments.peer();
        Arguments own = arguments.own();
        Optional<String> start = own.value("--start");
        Optional<String> complete = own.value("--complete");
        Optional<String> discontinue = own.value("--discontinue");
        if (List.of(start, complete, discontinue).stream()
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            throw new WrongUsage("one of --start, --complete and --discontinue is needed");
        }
        try (Connector connector = new Connector()) {
            ProcedureSteps steps = new ProcedureSteps(connector, peer);
            String uid;
            String status;
            LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
            if (start.isPresent()) {
                arguments.nothingElse();
                DataSet about = Part10.read(DicomFiles.path(start.get())).dataSet();
                uid = steps.create(PerformedStep.begun(about, arguments.title(), now));
                status = "IN PROGRESS";
            } else {
                uid = complete.or(() -> discontinue).orElseThrow();
                status = complete.isPresent() ? "COMPLETED" : "DISCONTINUED";
                steps.set(uid, PerformedStep.ended(status, images(arguments.rest()), now, ""));
            }
            out.println(
                    json
                            ? new JsonLine()
                                    .put("sopInstanceUid", uid)
                                    .put("status", status)
                                    .toString()
                            : uid + " " + status);
            return ExitCode.OK;
        }
    }

    private static List<Path> images(List<String> words) throws WrongUsage, Failed {
        return words.isEmpty()
                ? List.of()
                : DicomFiles.of(new Arguments(words, java.util.Map.of(), Set.of()))
                        .paths();
    }

    private static int receive(NetworkArguments arguments, boolean json, PrintStream out, PrintStream err)
            throws WrongUsage, IOException, InterruptedException {
        Path folder = DicomFiles.path(arguments.own().required("--out"));
        ProcedureStepServer.Events events = new ProcedureStepServer.Events() {
            @Override
            public void onStep(String uid, String status, String callingTitle) {
                out.println(
                        json
                                ? new JsonLine()
                                        .put("sopInstanceUid", uid)
                                        .put("status", status)
                                        .put("from", callingTitle)
                                        .toString()
                                : uid + " " + status + " from " + callingTitle);
            }

            @Override
            public void onTrouble(String line) {
                err.println("farfield dicom mpps: " + line);
            }
        };
        try (ProcedureStepServer server = ProcedureStepServer.open(
                ServerArguments.configuration(arguments, arguments.own().required("--receive")), folder, events)) {
            err.println("farfield dicom mpps: " + arguments.title() + " listens on port "
                    + server.address().getPort());
            new CountDownLatch(1).await();
            return ExitCode.OK;
        }
    }
}
