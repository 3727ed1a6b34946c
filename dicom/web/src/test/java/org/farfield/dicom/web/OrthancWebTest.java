package org.farfield.dicom.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.FolderSink;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.SendListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Orthanc with its DICOMweb plugin on loopback, where it is installed. */
class OrthancWebTest {
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");

    @TempDir
    private Path folder;

    @Test
    void itStoresFindsAndGivesEverythingBack() throws Exception {
        assumeTrue(Files.exists(PLUGIN), "Orthanc's DICOMweb plugin is not installed");
        int port = freePort();
        Process orthanc = new ProcessBuilder("Orthanc", configuration(port).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile())
                .start();
        try (WebClient client = new WebClient(WebService.at("http://127.0.0.1:" + port + "/dicom-web"))) {
            await(orthanc, port);
            store(client);
            find(client);
            retrieve(client);
            framesAndPicture(client);
        } finally {
            orthanc.destroy();
            if (!orthanc.waitFor(5, TimeUnit.SECONDS)) {
                orthanc.destroyForcibly().waitFor();
            }
        }
    }

    private void store(WebClient client) throws IOException, InterruptedException {
        List<String> failures = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        SendListener listener = new SendListener() {
            @Override
            public void onSent(OutgoingInstance instance, String note) {
                sent.add(instance.sopInstanceUid());
            }

            @Override
            public void onFailed(OutgoingInstance instance, String cause) {
                failures.add(cause);
            }
        };
        client.store(Ct.outgoing(folder.resolve("out"), 30), listener, new Cancellation());
        assertEquals(List.of(), failures);
        assertEquals(30, sent.size());
    }

    private static void find(WebClient client) throws IOException, InterruptedException {
        List<DataSet> found = client.search("/studies", Map.of("PatientName", "WANG*"), 10, new Cancellation());
        assertEquals(1, found.size());
        assertEquals(Ct.STUDY, found.getFirst().string(Tag.STUDY_INSTANCE_UID).orElseThrow());
        assertEquals("王^小东", found.getFirst().personName(Tag.PATIENT_NAME).ideographic());
        WebPath study = WebPath.study(Ct.STUDY);
        assertEquals(
                30,
                client.search(study + "/instances", Map.of(), 1000, new Cancellation())
                        .size());
        assertEquals(
                7,
                client.search(study + "/instances", Map.of(), 7, new Cancellation())
                        .size());
        List<DataSet> headers = client.metadata(study, new Cancellation());
        assertEquals(30, headers.size());
        assertEquals(64, headers.getFirst().integer(Tag.ROWS).orElseThrow());
        List<DataSet> whole = client.metadataWithBulkData(study, new Cancellation());
        assertTrue(whole.stream().allMatch(header -> header.bytes(Ct.LONG_VALUE).length() == Ct.LONG_BYTES));
        assertTrue(client.test().toMillis() >= 0);
    }

    private void retrieve(WebClient client) throws IOException, InterruptedException {
        Path in = folder.resolve("in");
        List<Integer> progress = new ArrayList<>();
        try (FolderSink sink = new FolderSink(in)) {
            WebRetrieval.Result result = client.retrieve(
                    WebPath.study(Ct.STUDY), sink, new ReceiveListener() {}, progress::add, new Cancellation());
            assertEquals(new WebRetrieval.Result(30, 0), result);
        }
        assertEquals(30, progress.size());
        for (int number = 1; number <= 30; number++) {
            assertEquals(
                    Ct.file(number).dataSet(),
                    Part10.read(in.resolve(FolderSink.name("1.2.3.4.3." + number)))
                            .dataSet());
        }
    }

    private static void framesAndPicture(WebClient client) throws IOException, InterruptedException {
        WebPath instance = WebPath.instance(Ct.STUDY, Ct.SERIES, "1.2.3.4.3.5");
        List<byte[]> frames = new ArrayList<>();
        client.frames(instance, new int[] {1}, (frame, type, bytes) -> frames.add(bytes), new Cancellation());
        assertArrayEquals(Ct.file(5).dataSet().bytes(Tag.PIXEL_DATA).toArray(), frames.getFirst());
        byte[] png = client.rendered(instance.toString(), "image/png", new Cancellation());
        assertEquals(0x89, png[0] & 0xFF);
        WebException absent = org.junit.jupiter.api.Assertions.assertThrows(
                WebException.class, () -> client.metadata(WebPath.study("9.9.9"), new Cancellation()));
        assertEquals(WebException.Kind.ABSENT, absent.kind());
    }

    private Path configuration(int port) throws IOException {
        Path storage = folder.resolve("orthanc");
        return Files.writeString(folder.resolve("orthanc.json"), """
                { "Name": "test", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": ["%s"],
                  "HttpPort": %d, "DicomServerEnabled": false, "AuthenticationEnabled": false,
                  "RemoteAccessAllowed": false, "DefaultEncoding": "Utf8", "DicomWeb": { "Enable": true } }
                """.formatted(storage, storage, PLUGIN, port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process process, int port) throws IOException, InterruptedException {
        for (int tries = 0; tries < 400; tries++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IOException("Orthanc does not start");
    }
}
