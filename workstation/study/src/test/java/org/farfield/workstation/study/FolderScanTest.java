package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {
    @TempDir
    Path folder;

    @Test
    void nestedFoldersBecomeOneStudyWithItsSeriesByNumber() throws Exception {
        SyntheticCt late = new SyntheticCt();
        late.all(d -> d.set(Tag.SERIES_NUMBER, 9)).write(folder.resolve("a/b/c/d"), 3);
        SyntheticCt early = new SyntheticCt();
        early.all(d -> d.set(Tag.STUDY_INSTANCE_UID, late.study)).write(folder.resolve("z"), 2);
        Files.writeString(folder.resolve("a/b/readme.txt"), "no DICOM");
        Files.write(folder.resolve("a/empty.dcm"), new byte[0]);

        ScanResult result = scan(folder);

        assertEquals(1, result.studies().size());
        Study study = result.studies().getFirst();
        assertEquals(List.of(3, 9), study.series().stream().map(Series::number).toList());
        assertEquals(
                List.of(2, 3),
                study.series().stream().map(s -> s.instances().size()).toList());
        assertEquals(List.of(), result.problems().list());
        assertEquals(2, result.problems().ignored());
    }

    @Test
    void whatTheStudyListShowsIsDecoded() throws Exception {
        new SyntheticCt().all(d -> d.set(Tag.SPECIFIC_CHARACTER_SET, "GB18030")).write(folder, 1);
        Study study = scan(folder).studies().getFirst();
        assertEquals("Wang^XiaoDong=\u738b^\u5c0f\u6771", study.patient().name());
        assertEquals("Wang XiaoDong \u00b7 \u738b \u5c0f\u6771", study.patient().displayName());
        assertEquals("P-1", study.patient().id());
        assertEquals("20240229", study.date());
        assertEquals("Thorax", study.description());
        assertEquals("CT", study.series().getFirst().modality());
        assertEquals("made up", study.series().getFirst().description());
    }

    @Test
    void instancesAreInOrderOfTheirNumbers() throws Exception {
        Series series = new SyntheticCt().scanned(folder, 5);
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                series.instances().stream().map(Instance::number).toList());
    }

    @Test
    void linksThatLoopEndAndNoFileIsReadTwice() throws Exception {
        new SyntheticCt().write(folder.resolve("real"), 2);
        Files.createSymbolicLink(folder.resolve("real/up"), folder);
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("missing"));
        ScanResult result = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> scan(folder));
        assertEquals(2, only(result).instances().size());
        assertEquals(List.of(), result.problems().list());
    }

    @Test
    void aPipeThatNobodyWritesToDoesNotHoldTheScanUp() throws Exception {
        new SyntheticCt().write(folder, 1);
        Path pipe = folder.resolve("pipe");
        assumeTrue(makePipe(pipe), "mkfifo is not available");
        ScanResult result = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> scan(folder));
        assertEquals(1, only(result).instances().size());
    }

    @Test
    void aNamedFileMustBeDicomAndANamedPathMustBeThere() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.txt"), "x".repeat(500));
        Path missing = folder.resolve("missing");
        List<Problem> problems = scan(text, missing).problems().list();
        assertEquals(
                List.of(Problem.Kind.NOT_DICOM, Problem.Kind.UNREADABLE),
                problems.stream().map(Problem::kind).toList());
        assertEquals(
                List.of(text, missing), problems.stream().map(Problem::file).toList());
    }

    @Test
    void aNameInAnotherCharacterSetThanDeclaredIsReadAndSaidOnce() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        byte[] name = "Wang^XiaoDong=王^小东 ".getBytes(Charset.forName("GBK"));
        for (int slice = 0; slice < 3; slice++) {
            DataSet dataSet =
                    ct.dataSet(slice).set(Tag.PATIENT_NAME, "A").set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
            dataSet.put(new Element.Value(Tag.PATIENT_NAME, Vr.PN, ByteSlice.of(name)));
            Part10.write(
                    DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), folder.resolve(slice + ".dcm"));
        }
        ScanResult result = scan(folder);
        assertEquals(
                "Wang XiaoDong · 王 小东", result.studies().getFirst().patient().displayName());
        assertEquals(
                List.of(new Problem(
                        folder.resolve("0.dcm"),
                        Problem.Kind.TEXT,
                        "its text declares ISO_IR 100 but is GB18030; it is shown as that")),
                result.problems().list());
    }

    @Test
    void aDicomdirIsPassedOver() throws Exception {
        new SyntheticCt().write(folder, 1);
        DicomFile directory = DicomFile.of(
                new SyntheticCt().dataSet(0).set(Tag.SOP_CLASS_UID, Uids.MEDIA_STORAGE_DIRECTORY),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Part10.write(directory, folder.resolve("DICOMDIR"));
        ScanResult result = scan(folder);
        assertEquals(1, result.studies().size());
        assertEquals(1, result.problems().ignored());
    }

    @Test
    void theSameInstanceTwiceIsUsedOnceAndSaid() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        byte[] slice = ct.part10(0);
        Path first = Files.write(folder.resolve("1.dcm"), slice);
        Path copy = Files.write(folder.resolve("2.dcm"), slice);
        ScanResult result = scan(folder);
        assertEquals(first, only(result).instances().getFirst().file());
        assertEquals(1, only(result).instances().size());
        Problem problem = only(result.problems());
        assertEquals(Problem.Kind.DUPLICATE, problem.kind());
        assertEquals(copy, problem.file());
    }

    @Test
    void twoPatientsAreNeverOneStudyEvenUnderOneUid() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        ct.slice(1, d -> d.set(Tag.PATIENT_ID, "P-2")).write(folder, 2);
        List<Study> studies = scan(folder).studies();
        assertEquals(2, studies.size());
        assertEquals(
                List.of(1, 1),
                studies.stream()
                        .map(s -> s.series().getFirst().instances().size())
                        .toList());
    }

    @Test
    void instancesWithoutASeriesStandAloneAndAreNamed() throws Exception {
        List<Path> files =
                new SyntheticCt().all(d -> d.remove(Tag.SERIES_INSTANCE_UID)).write(folder, 2);
        ScanResult result = scan(folder);
        assertEquals(2, result.studies().size());
        assertEquals(
                files.reversed(),
                result.problems().list().stream().map(Problem::file).toList());
        assertEquals(
                "it has no (0020,000E) SeriesInstanceUID",
                result.problems().list().getFirst().cause());
    }

    @Test
    void aFileThatBreaksOffInItsHeaderDoesNotStopTheOthers() throws Exception {
        List<Path> files = new SyntheticCt().write(folder, 3);
        byte[] bytes = Files.readAllBytes(files.get(1));
        Files.write(files.get(1), Arrays.copyOf(bytes, 300));
        ScanResult result = scan(folder);
        List<Series> series =
                result.studies().stream().flatMap(s -> s.series().stream()).toList();
        assertEquals(
                2, series.stream().mapToInt(s -> s.instances().size()).max().orElse(0));
        assertTrue(result.problems().list().stream().allMatch(p -> p.file().equals(files.get(1))));
        assertTrue(result.problems().list().size() > 0);
    }

    @Test
    void progressIsReportedAndEndsWithTheWhole() throws Exception {
        new SyntheticCt().write(folder, 130);
        List<Integer> found = new ArrayList<>();
        List<Integer> read = new ArrayList<>();
        new FolderScan(3).scan(List.of(folder), (f, r, studies) -> {
            found.add(f);
            read.add(r);
        });
        assertEquals(List.of(64, 128, 130), found);
        assertEquals(130, read.getLast());
    }

    @Test
    void anInterruptEndsTheScan() throws Exception {
        new SyntheticCt().write(folder, 3);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> scan(folder));
    }

    private static ScanResult scan(Path... paths) throws InterruptedException {
        return new FolderScan(4).scan(List.of(paths), FolderScanListener.none());
    }

    private static Series only(ScanResult result) {
        assertEquals(1, result.studies().size());
        assertEquals(1, result.studies().getFirst().series().size());
        return result.studies().getFirst().series().getFirst();
    }

    private static Problem only(Problems problems) {
        assertEquals(1, problems.list().size());
        return problems.list().getFirst();
    }

    private static boolean makePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
