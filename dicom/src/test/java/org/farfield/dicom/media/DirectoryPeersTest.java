package org.farfield.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DICOMDIRs of others, and what others say of ours. */
class DirectoryPeersTest {
    /** dciodvfy finds no error, and DCMTK, which follows the offsets, finds every record. */
    @Test
    void aDirectoryOfManyKindsOfObjectsIsRightForOthers(@TempDir Path folder) throws IOException, InterruptedException {
        FileSet set = new FileSet("FARFIELD_TEST");
        int files = 0;
        List<Path> paths = new ArrayList<>(SharedData.files("sr-seg-rt-ecg"));
        paths.addAll(SharedData.files("mr-brain-oblique-20").subList(0, 3));
        paths.addAll(SharedData.files("charset").subList(0, 3));
        for (Path path : paths) {
            try {
                FileSet.Member member = set.add(Part10.read(path));
                Path target = folder.resolve(member.path());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Part10.write(member.file(), target);
                files++;
            } catch (DicomException noObjectOfASeries) {
                assertFalse(String.valueOf(noObjectOfASeries.getMessage()).isEmpty());
            }
        }
        Path file = Files.write(folder.resolve(DirectoryFile.NAME), set.directory());
        List<DirectoryFile.Entry> entries = DirectoryFile.read(file).entries();
        assertEquals(files, entries.size());
        assertTrue(files > 10);
        assertTrue(entries.stream().allMatch(entry -> entry.path().isPresent()));
        String dump = ForeignTool.run("dcmdump", file.toString()).output();
        assertEquals(
                files,
                dump.lines().filter(line -> line.contains("ReferencedFileID")).count());
        assertFalse(
                dump.contains("W:") || dump.contains("E:"),
                dump.lines().filter(l -> l.contains(": ")).toList().toString());
        List<String> errors = ForeignTool.run("dciodvfy", file.toString())
                .output()
                .lines()
                .filter(line -> line.startsWith("Error") && !line.contains("Illegal root for UID"))
                .toList();
        assertEquals(List.of(), errors);
        Path other = folder.resolve("OTHER");
        ForeignTool.run("dcmmkdir", "+r", "+I", "-W", "-nb", "+D", other.toString(), "+id", folder.toString(), "DICOM");
        List<List<String>> theirs = DirectoryFile.read(other).entries().stream()
                .map(DirectoryFile.Entry::fileId)
                .toList();
        assertTrue(theirs.size() > 10);
        assertTrue(entries.stream().map(DirectoryFile.Entry::fileId).toList().containsAll(theirs));
    }

    @Test
    void directoriesOfOtherProgramsNameTheirFiles() throws IOException {
        assertEquals(
                31,
                DirectoryFile.read(SharedData.path("dicomdir/DICOMDIR"))
                        .entries()
                        .size());
        for (String variant :
                List.of("DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-nooffset", "DICOMDIR-reordered")) {
            List<DirectoryFile.Entry> entries =
                    DirectoryFile.read(SharedData.path("dicomdir/" + variant)).entries();
            assertEquals(31, entries.size(), variant);
            assertTrue(entries.stream().allMatch(entry -> entry.path().isPresent()), variant);
        }
    }
}
