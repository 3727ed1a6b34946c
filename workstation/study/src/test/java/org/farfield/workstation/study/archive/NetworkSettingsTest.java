package org.farfield.workstation.study.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.network.service.StorageContexts;
import org.farfield.workstation.study.archive.Archive.RetrieveBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAFileThereIsNobodyToTalkTo() throws IOException {
        assertEquals(NetworkSettings.NONE, NetworkSettings.read(folder.resolve("network.properties")));
    }

    @Test
    void archivesAreReadAndMaySendToUs() throws IOException {
        NetworkSettings settings = read("""
                title = READER
                port = 10400
                callers = CT1, MR1
                archive.a.name = 影像归档
                archive.a.address = 10.0.0.1:104
                archive.a.title = PACS
                archive.a.retrieve = move
                archive.b.address = 10.0.0.2:11112
                archive.b.title = SECOND
                """);
        assertEquals("READER", settings.title());
        assertEquals(10400, settings.port());
        assertEquals(Set.of("CT1", "MR1", "PACS", "SECOND"), settings.callers());
        assertEquals("影像归档", settings.archives().getFirst().name());
        assertEquals(RetrieveBy.MOVE, settings.archives().getFirst().retrieveBy());
        assertTrue(settings.archives().getFirst().access() instanceof Archive.Dimse dimse
                && dimse.peer().toString().equals("PACS@10.0.0.1:104"));
        assertEquals("b", settings.archives().getLast().name());
        assertEquals(RetrieveBy.GET, settings.archives().getLast().retrieveBy());
    }

    @Test
    void presentationContextsAreChosen() throws IOException {
        assertEquals(StorageContexts.ALL, read("title = A\n").receives());
        NetworkSettings settings = read("""
                receive.syntaxes = 1.2.840.10008.1.2.4.80, 1.2.840.10008.1.2.1
                receive.classes = 1.2.840.10008.5.1.4.1.1.2
                archive.a.address = h:104
                archive.a.title = PACS
                archive.a.syntaxes = 1.2.840.10008.1.2
                """);
        assertEquals(
                new StorageContexts(
                        List.of("1.2.840.10008.5.1.4.1.1.2"), List.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.1")),
                settings.receives());
        assertTrue(settings.archives().getFirst().access() instanceof Archive.Dimse dimse
                && dimse.contexts().syntaxes().equals(List.of("1.2.840.10008.1.2"))
                && dimse.contexts().classes().equals(StorageContexts.ALL.classes()));
        IOException fault = assertThrows(IOException.class, () -> read("receive.syntaxes = 1.2.840.10008.1.2.2\n"));
        assertEquals(
                folder.resolve("network.properties") + ": receive.classes, receive.syntaxes:"
                        + " '1.2.840.10008.1.2.2' is no UID of a transfer syntax that can be stored",
                fault.getMessage());
    }

    @Test
    void aFaultNamesFileAndKey() {
        IOException fault = assertThrows(IOException.class, () -> read("archive.a.address = nowhere\n"));
        assertEquals(folder.resolve("network.properties") + ": archive.a.address is not host:port", fault.getMessage());
        assertThrows(IOException.class, () -> read("title = A TITLE THAT IS TOO LONG\n"));
        assertThrows(IOException.class, () -> read("archive.a.address=h:1\narchive.a.title=T\narchive.a.tls=yes\n"));
    }

    @Test
    void aDicomWebServiceIsNamedByItsAddressAndItsTokenIsNeverPrinted() throws IOException {
        Files.writeString(folder.resolve("token.txt"), "s3cret\n");
        NetworkSettings settings = read("""
                archive.w.url = https://pacs.example/dicom-web/
                archive.w.token.file = token.txt
                """);
        Archive archive = settings.archives().getFirst();
        assertEquals(RetrieveBy.WADO, archive.retrieveBy());
        assertEquals(Set.of(), settings.callers());
        assertTrue(archive.access() instanceof Archive.Web web
                && web.service().toString().equals("https://pacs.example/dicom-web"));
        assertTrue(!settings.toString().contains("s3cret"));
        assertThrows(IOException.class, () -> read("archive.w.url = ftp://x\n"));
        assertThrows(IOException.class, () -> read("archive.w.url = http://x.example/\narchive.w.token.env = T\n"));
    }

    private NetworkSettings read(String text) throws IOException {
        Path file = folder.resolve("network.properties");
        Files.writeString(file, text);
        return NetworkSettings.read(file);
    }
}
