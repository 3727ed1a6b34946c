package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.StorageServer;
import org.farfield.workstation.study.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomNetworkCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void echoAndSendReachAServerAndTheStoreFindsWhatCame() throws IOException {
        Path store = folder.resolve("store");
        Path file = instance();
        try (StudyStore receiving = StudyStore.open(store);
                StorageServer server = StorageServer.open(
                        new StorageServer.Configuration(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                "THERE",
                                Set.of("HERE"),
                                Optional.empty(),
                                4,
                                Timeouts.ACCEPTOR),
                        receiving,
                        new ReceiveListener() {})) {
            String peer = "127.0.0.1:" + server.address().getPort();
            CommandRun echo = CommandRun.of("dicom", "echo", peer, "--call", "THERE", "--aet", "HERE", "--json");
            assertEquals(0, echo.code(), echo.err());
            assertTrue(echo.out().startsWith("{\"peer\":\"THERE@" + peer + "\",\"ok\":true"), echo.out());
            CommandRun sent =
                    CommandRun.of("dicom", "send", peer, file.toString(), "--call", "THERE", "--aet", "HERE", "--json");
            assertEquals(0, sent.code(), sent.err());
            assertTrue(sent.out().contains("\"sent\":1,\"failed\":0"), sent.out());
            CommandRun stranger = CommandRun.of("dicom", "echo", peer, "--call", "THERE", "--aet", "ELSE");
            assertEquals(1, stranger.code());
            assertTrue(stranger.err().contains("it does not know the calling AE title"), stranger.err());
        }
        CommandRun found = CommandRun.of("store", "find", "小东", "--store", store.toString(), "--json");
        assertEquals(0, found.code(), found.err());
        assertTrue(found.out().contains("\"patientId\":\"P1\""), found.out());
        assertEquals(
                1,
                CommandRun.of("store", "find", "nobody", "--store", store.toString())
                        .code());
        CommandRun quota = CommandRun.of("store", "quota", "20G", "--store", store.toString(), "--json");
        assertTrue(quota.out().endsWith(",\"quota\":21474836480}\n"), quota.out());
        CommandRun none = CommandRun.of("store", "quota", "none", "--store", store.toString());
        assertTrue(none.out().endsWith(" bytes, no quota\n"), none.out());
        CommandRun again = CommandRun.of("store", "add", file.toString(), "--store", store.toString(), "--json");
        assertEquals("{\"added\":0,\"known\":1,\"failed\":0}\n", again.out());
        assertEquals(
                1,
                CommandRun.of("store", "evict", "--quota", "0", "--store", store.toString())
                        .code());
        assertEquals(
                0,
                CommandRun.of("store", "mark", "1.2.1", "read", "--store", store.toString())
                        .code());
        assertEquals(
                0,
                CommandRun.of("store", "evict", "--quota", "0", "--store", store.toString())
                        .code());
    }

    @Test
    void whatIsWrongIsSaidInOneLineWithPeerAndCause() {
        CommandRun nobody = CommandRun.of("dicom", "find", "127.0.0.1:1", "--call", "PACS");
        assertEquals(1, nobody.code());
        assertEquals("farfield dicom: PACS@127.0.0.1:1: nothing answers there (connection refused)\n", nobody.err());
        assertEquals(2, CommandRun.of("dicom", "echo", "nowhere").code());
        assertEquals(
                2,
                CommandRun.of("dicom", "echo", "h:1", "--call", "A TITLE THAT IS TOO LONG")
                        .code());
        assertEquals(2, CommandRun.of("dicom", "echo", "h:1", "--tls", "a", "b").code());
        assertEquals(
                2,
                CommandRun.of("dicom", "find", "h:1", "--key", "NoSuchThing=1").code());
        assertEquals(2, CommandRun.of("dicom", "receive", "1", "--out", "x").code());
        CommandRun key = CommandRun.of("dicom", "echo", "h:1", "--tls", "/no/cert.pem", "/no/key.pem", "/no/ca.pem");
        assertEquals(1, key.code());
        assertTrue(key.err().contains("/no/key.pem: there is no such file"), key.err());
    }

    private Path instance() throws IOException {
        DataSet dataSet = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "GB18030")
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, "1.2.3")
                .set(Tag.STUDY_INSTANCE_UID, "1.2.1")
                .set(Tag.SERIES_INSTANCE_UID, "1.2.2")
                .set(Tag.MODALITY, "CT")
                .set(Tag.PATIENT_NAME, "Wang^XiaoDong=王^小东")
                .set(Tag.PATIENT_ID, "P1");
        Path file = folder.resolve("a.dcm");
        Part10.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }
}
