package org.farfield.launcher.hospital;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;

/** A foreign system of the hospital on a free loopback port, for as long as a test runs. */
record HospitalPeer(Process process, int port) implements AutoCloseable {
    private static final long START_SECONDS = 20;

    /** Skips the test where a program is not installed. */
    static void need(String program) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                program + " is not installed");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A worklist called WL with these items, in a folder of its own below this one. */
    static HospitalPeer worklist(Path folder, DataSet... items) throws Exception {
        Path lists = folder.resolve("worklist");
        Path list = Files.createDirectories(lists.resolve("WL"));
        Files.createFile(list.resolve("lockfile"));
        for (int k = 0; k < items.length; k++) {
            Part10.write(DicomFile.of(items[k], TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), list.resolve(k + ".wl"));
        }
        int port = freePort();
        return start(folder, port, List.of("wlmscpfs", "-csk", "-dfp", lists.toString(), Integer.toString(port)));
    }

    /** An archive called ORTHANC that answers commitment requests of CT1 at a port. */
    static HospitalPeer orthanc(Path folder, int back) throws Exception {
        int port = freePort();
        Path data = Files.createDirectories(folder.resolve("orthanc"));
        Path settings = Files.writeString(folder.resolve("orthanc.json"), """
                { "Name": "test", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                  "HttpServerEnabled": false, "DicomAet": "ORTHANC", "DicomPort": %d, "DicomAlwaysAllowStore": true,
                  "DicomModalities": { "ct": { "AET": "CT1", "Host": "127.0.0.1", "Port": %d,
                    "AllowStorageCommitment": true } } }
                """.formatted(data, data, port, back));
        return start(folder, port, List.of("Orthanc", settings.toString()));
    }

    private static HospitalPeer start(Path folder, int port, List<String> command) throws Exception {
        Path log = folder.resolve(command.getFirst() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        HospitalPeer peer = new HospitalPeer(builder.start(), port);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers(port)) {
            if (peer.process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                peer.close();
                throw new IOException(command + " does not start: " + Files.readString(log));
            }
        }
        return peer;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A scheduled CT step. */
    static DataSet scheduled(String characterSet, String accession, String name, String date, String time) {
        DataSet item = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, characterSet)
                .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.31")
                .set(Tag.SOP_INSTANCE_UID, "1.2.3.9")
                .set(Tag.ACCESSION_NUMBER, accession)
                .set(Tag.PATIENT_NAME, name)
                .set(Tag.PATIENT_ID, "P-" + accession)
                .set(Tag.PATIENT_BIRTH_DATE, "19700101")
                .set(Tag.PATIENT_SEX, "M")
                .set(Tag.REFERRING_PHYSICIAN_NAME, "Ref^Doc")
                .set(Tag.STUDY_INSTANCE_UID, "1.2.3.8")
                .set(Tag.REQUESTED_PROCEDURE_DESCRIPTION, "CT CHEST")
                .set(Tag.REQUESTED_PROCEDURE_ID, "R1");
        item.newItem(Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE)
                .set(Tag.MODALITY, "CT")
                .set(Tag.of("ScheduledStationAETitle"), "CT1")
                .set(Tag.of("ScheduledProcedureStepStartDate"), date)
                .set(Tag.of("ScheduledProcedureStepStartTime"), time)
                .set(Tag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION, "CHEST PLAIN")
                .set(Tag.SCHEDULED_PROCEDURE_STEP_ID, "S1");
        return item;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
