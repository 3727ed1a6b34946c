package org.farfield.workstation.study.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.InstanceSink;
import org.farfield.workstation.study.LocalStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyStoreTest {
    /** Of the store, for readers and writers. */
    protected Path folder = Path.of("");

    @TempDir
    private Path disk;

    private final AtomicLong millis = new AtomicLong(1_000);
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis.incrementAndGet());

    @BeforeEach
    void chooseTheFolder() throws IOException {
        folder = rootIn(disk);
    }

    /** Where the store is to be, in an empty folder. */
    protected Path rootIn(Path empty) throws IOException {
        return empty;
    }

    @Test
    void studiesAreFoundByAnyWritingOfTheNameAndByTheirNumbers() throws IOException {
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "Wang^XiaoDong=王^小东"));
            receive(store, instance(2, 1, "Müller^Eva"));
            for (String name : List.of("wang xiao", "WANG^XIAODONG", "王小东", "王^小", "小东", "wang*dong", "ｗａｎｇ")) {
                assertEquals(List.of("1.2.1"), uids(store, StudyFilter.named(name)), name);
            }
            assertEquals(List.of("1.2.2"), uids(store, StudyFilter.named("müll")));
            assertEquals(List.of(), uids(store, StudyFilter.named("dong王")));
            assertEquals(List.of(), uids(store, StudyFilter.named("%")));
            assertEquals(List.of("1.2.2"), uids(store, new StudyFilter("", "P2", "", "", "", "")));
            assertEquals(List.of("1.2.2", "1.2.1"), uids(store, new StudyFilter("", "P*", "", "", "", "")));
            assertEquals(List.of("1.2.2"), uids(store, new StudyFilter("", "", "20260102", "", "", "")));
            assertEquals(List.of("1.2.1"), uids(store, new StudyFilter("", "", "", "20260101", "", "")));
            assertEquals(List.of(), uids(store, new StudyFilter("", "", "", "", "MR", "")));
            assertEquals(List.of("1.2.2", "1.2.1"), uids(store, new StudyFilter("", "", "", "", "CT", "")));
            assertEquals(List.of("1.2.1"), uids(store, new StudyFilter("", "", "", "", "", "A1")));
        }
    }

    @Test
    void theSameInstanceAgainChangesNothingAndAnotherOneUnderItsUidBecomesALaterVersion() throws IOException {
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "A"));
            receive(store, instance(1, 1, "A"));
            StoredStudy once = store.find(StudyFilter.ALL).getFirst();
            assertEquals(1, once.instances());
            assertEquals(0, once.laterVersions());
            receive(store, instance(1, 1, "A").set(Tag.STUDY_DESCRIPTION, "corrected"));
            StoredStudy twice = store.find(StudyFilter.ALL).getFirst();
            assertEquals(1, twice.instances());
            assertEquals(1, twice.laterVersions());
            assertEquals(
                    "",
                    Part10.read(store.files("1.2.1").getFirst())
                            .dataSet()
                            .string(Tag.STUDY_DESCRIPTION)
                            .orElse(""));
        }
    }

    @Test
    void aLostIndexIsMadeFromTheFilesAlone() throws IOException {
        List<StoredStudy> before;
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "王^小东"));
            receive(store, instance(1, 2, "王^小东"));
            receive(store, instance(2, 1, "B"));
            before = store.find(StudyFilter.ALL);
        }
        for (String name : List.of("index.db", "index.db-wal", "index.db-shm")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        try (StudyStore store = open()) {
            List<StoredStudy> after = store.find(StudyFilter.ALL);
            assertEquals(
                    before.stream().map(StoredStudy::uid).toList(),
                    after.stream().map(StoredStudy::uid).toList());
            assertEquals(2, after.getLast().instances());
            assertTrue(after.getFirst().unread() && after.getFirst().unsent());
            assertEquals(3, store.reindex().added());
        }
    }

    @Test
    void filesThatTheLiveSessionWroteAndFilesThatAreGoneAreNoticedAtTheNextOpening() throws IOException {
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "A"));
        }
        new LocalStore(folder).store(Part10.toBytes(file(instance(1, 2, "A"))));
        try (StudyStore store = open()) {
            assertEquals(2, store.files("1.2.1").size());
            for (Path file : store.files("1.2.1")) {
                Files.delete(file);
            }
        }
        try (StudyStore store = open()) {
            assertEquals(List.of(), store.find(StudyFilter.ALL));
        }
    }

    @Test
    void aProcessKilledBetweenFileAndIndexLosesNothing() throws IOException {
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "A"));
            try (InstanceSink.Reception half = store.begin(origin())) {
                half.out().write(new byte[1000]);
            }
        }
        Path place = new LocalStore(folder).instanceFile("1.2.1", "1.3.1", "1.4.1.2");
        Part10.write(file(instance(1, 2, "A")), place);
        try (StudyStore store = open()) {
            assertEquals(2, store.find(StudyFilter.ALL).getFirst().instances());
        }
    }

    @Test
    void evictionTakesTheLongestUnusedAndNeverWhatIsUnreadLockedOrUnsent() throws IOException {
        try (StudyStore store = open()) {
            for (int study = 1; study <= 5; study++) {
                receive(store, instance(study, 1, "P" + study));
            }
            assertEquals(List.of(), store.evict(0));
            for (int study = 1; study <= 4; study++) {
                store.mark("1.2." + study, StudyMark.UNREAD, false);
            }
            store.mark("1.2.3", StudyMark.LOCKED, true);
            store.mark("1.2.4", StudyMark.UNSENT, true);
            store.mark("1.2.1", StudyMark.UNREAD, false);
            long bytes = store.usage().bytes();
            assertEquals(
                    List.of("1.2.2"),
                    store.evict(bytes - 1).stream().map(StoredStudy::uid).toList());
            assertEquals(
                    List.of("1.2.1"),
                    store.evict(0).stream().map(StoredStudy::uid).toList());
            assertEquals(List.of("1.2.5", "1.2.4", "1.2.3"), uids(store, StudyFilter.ALL));
        }
    }

    @Test
    void theQuotaIsOfTheStoreAndReceivingKeepsIt() throws IOException {
        try (StudyStore store = open()) {
            assertFalse(store.usage().limited());
            receive(store, instance(1, 1, "A"));
            receive(store, instance(2, 1, "B"));
            store.mark("1.2.1", StudyMark.UNREAD, false);
            store.setQuota(0);
        }
        try (StudyStore store = open()) {
            assertEquals(0, store.usage().quotaBytes());
            for (int number = 2; number < 70; number++) {
                receive(store, instance(2, number, "B"));
            }
            assertEquals(List.of("1.2.2"), uids(store, StudyFilter.ALL), "what was read is gone, the unread is not");
            store.setQuota(Long.MAX_VALUE);
            assertFalse(store.usage().limited());
            Files.writeString(folder.resolve("store.properties"), "quota = much");
            IOException fault = assertThrows(IOException.class, store::usage);
            assertEquals(folder.resolve("store.properties") + ": quota is no number of bytes", fault.getMessage());
        }
    }

    @Test
    void identifiersNeverBecomePaths() throws IOException {
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "A").set(Tag.SERIES_INSTANCE_UID, org.farfield.dicom.Vr.UI, "../../../x"));
            Path file = store.files("1.2.1").getFirst();
            assertTrue(file.normalize().startsWith(folder));
            assertFalse(file.toString().contains(".."));
        }
    }

    @Test
    void twoPatientsUnderOneStudyUidAreMarkedAsAConflict() throws IOException {
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "A"));
            receive(store, instance(1, 2, "B"));
            assertTrue(store.find(StudyFilter.ALL).getFirst().conflict());
        }
    }

    protected final StudyStore open() throws IOException {
        return StudyStore.open(folder, clock);
    }

    static List<String> uids(StudyStore store, StudyFilter filter) throws IOException {
        return store.find(filter).stream().map(StoredStudy::uid).toList();
    }

    static void receive(StudyStore store, DataSet dataSet) throws IOException {
        try (InstanceSink.Reception reception = store.begin(origin());
                OutputStream out = reception.out()) {
            out.write(Part10.toBytes(file(dataSet)));
            out.flush();
            reception.commit();
        }
    }

    static InstanceOrigin origin() {
        return new InstanceOrigin("", "", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, "PEER", "127.0.0.1");
    }

    private static DicomFile file(DataSet dataSet) {
        return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static DataSet instance(int study, int number, String name) {
        return new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, "1.4." + study + "." + number)
                .set(Tag.STUDY_INSTANCE_UID, "1.2." + study)
                .set(Tag.SERIES_INSTANCE_UID, "1.3." + study)
                .set(Tag.STUDY_DATE, "2026010" + study)
                .set(Tag.ACCESSION_NUMBER, "A" + study)
                .set(Tag.MODALITY, "CT")
                .set(Tag.PATIENT_NAME, name)
                .set(Tag.PATIENT_ID, "P" + study);
    }
}
