package org.farfield.workstation.study.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.media.DirectoryFile;
import org.farfield.workstation.study.FolderScan;
import org.farfield.workstation.study.FolderScanListener;
import org.farfield.workstation.study.ScanResult;
import org.farfield.workstation.study.store.StudyFilter;
import org.farfield.workstation.study.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTest {
    @TempDir
    private Path folder;

    private static DicomFile instance(int study, int number) {
        DataSet d = new DataSet()
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, "2.25.9." + study + "." + number)
                .set(Tag.STUDY_INSTANCE_UID, "2.25.9." + study)
                .set(Tag.SERIES_INSTANCE_UID, "2.25.8." + study)
                .set(Tag.MODALITY, "CT")
                .set(Tag.PATIENT_NAME, "Doe^J")
                .set(Tag.PATIENT_ID, "P" + study)
                .set(Tag.INSTANCE_NUMBER, number);
        return DicomFile.of(d, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    }

    private List<Path> instances(int... studies) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int study : studies) {
            for (int number = 1; number <= 3; number++) {
                Path file = folder.resolve("in-" + study + "-" + number);
                Part10.write(instance(study, number), file);
                files.add(file);
            }
        }
        return files;
    }

    private static ScanResult scan(Path path) throws InterruptedException {
        return FolderScan.forThisMachine().scan(List.of(path), FolderScanListener.none());
    }

    @Test
    void aDiscIsReadByItsDirectory() throws IOException, InterruptedException {
        Path disc = folder.resolve("disc");
        try (Medium medium = Medium.at(disc)) {
            assertEquals(6, StudyExport.disc(instances(1, 2), "TEST_1", medium).written());
        }
        DirectoryFile directory = DirectoryFile.read(DirectoryFile.in(disc).orElseThrow());
        assertEquals(6, directory.entries().size());
        assertTrue(directory.entries().stream().allMatch(entry -> entry.path().isPresent()));
        assertEquals(2, scan(disc).studies().size());
        ScanResult named = scan(disc.resolve("DICOMDIR"));
        assertEquals(2, named.studies().size());
        Files.delete(directory.entries().getFirst().path().orElseThrow());
        ScanResult damaged = scan(disc);
        assertEquals(2, damaged.studies().size());
        assertEquals(1, damaged.problems().list().size());
        assertTrue(damaged.problems().list().getFirst().cause().contains("DICOM/PT000000/ST000000/SE000000/IM000000"));
    }

    @Test
    void aFileIdNeverLeadsOutOfTheMedium() throws IOException {
        Path outside = Files.writeString(folder.resolve("SECRET"), "x");
        Path disc = Files.createDirectories(folder.resolve("disc"));
        DataSet root = new DataSet();
        root.newItem(Tag.DIRECTORY_RECORD_SEQUENCE)
                .set(Tag.DIRECTORY_RECORD_TYPE, "IMAGE")
                .set(Tag.REFERENCED_FILE_ID, "..", "SECRET");
        root.newItem(Tag.DIRECTORY_RECORD_SEQUENCE)
                .set(Tag.DIRECTORY_RECORD_TYPE, "IMAGE")
                .set(Tag.REFERENCED_FILE_ID, outside.toString());
        Path file = disc.resolve("DICOMDIR");
        Part10.write(new DicomFile(new DataSet(), root, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        List<DirectoryFile.Entry> entries = DirectoryFile.read(file).entries();
        assertEquals(2, entries.size());
        assertTrue(entries.stream().allMatch(entry -> entry.path().isEmpty()));
    }

    @Test
    void anArchiveComesBackAsItWas() throws IOException {
        Path zip = folder.resolve("out.zip");
        try (Medium medium = Medium.at(zip)) {
            assertEquals(3, StudyExport.copies(instances(1), medium).written());
        }
        assertThrows(IOException.class, () -> Medium.at(zip));
        try (StudyStore store = StudyStore.open(folder.resolve("store"))) {
            ZipImport.Outcome outcome = ZipImport.USUAL.into(store, zip);
            assertEquals(new ZipImport.Outcome(3, 0, 0, List.of()), outcome);
            assertEquals(3, ZipImport.USUAL.into(store, zip).known());
            for (Path file : store.files("2.25.9.1")) {
                int number =
                        Part10.read(file).dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow();
                assertEquals(-1, Files.mismatch(folder.resolve("in-1-" + number), file));
            }
        }
    }

    @Test
    void hostileArchivesLeaveNothingOutsideAndEnd() throws IOException {
        Path zip = folder.resolve("hostile.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "../../evil.dcm", Part10.toBytes(instance(1, 1)));
            entry(out, "/absolute/readme.txt", new byte[] {1, 2, 3});
            entry(out, "bomb", new byte[100 << 20]);
        }
        try (StudyStore store = StudyStore.open(folder.resolve("store"))) {
            IOException refused = assertThrows(IOException.class, () -> ZipImport.USUAL.into(store, zip));
            assertTrue(String.valueOf(refused.getMessage()).contains("300 times"));
            assertEquals(1, store.find(StudyFilter.ALL).size());
            ZipImport few = new ZipImport(2, 1L << 30, 300);
            assertThrows(IOException.class, () -> few.into(store, zip));
            assertThrows(
                    IOException.class,
                    () -> ZipImport.USUAL.into(store, instances(1).getFirst()));
        }
        assertFalse(Files.exists(folder.resolve("evil.dcm")));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(5, all.count());
        }
    }

    private static void entry(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        ((OutputStream) out).write(bytes);
        out.closeEntry();
    }
}
