package org.farfield.dicom.deidentification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** De-identifies every file of the test data that can be read, one of each series. */
class DeidentifiedFilesTest {
    private static final long LARGEST = 4_000_000;
    private static final List<String> FOLDERS = List.of(
            "charset",
            "colour",
            "cr-dx",
            "enhanced",
            "overlay-lut",
            "sr-seg-rt-ecg",
            "transfer-syntax",
            "us-multiframe");
    private static final Set<ProfileOption> CLEANING = EnumSet.of(
            ProfileOption.CLEAN_DESCRIPTORS,
            ProfileOption.CLEAN_GRAPHICS,
            ProfileOption.CLEAN_STRUCTURED_CONTENT,
            ProfileOption.RETAIN_MODIFIED_DATES,
            ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);

    private static List<DicomFile> files() throws IOException {
        List<DicomFile> files = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        FOLDERS.forEach(folder -> paths.addAll(SharedData.files(folder)));
        for (String series : List.of("ct-thorax-cmb-crc-100", "ct-tilt-uneven-ge-28", "mr-brain-oblique-20")) {
            paths.add(SharedData.files(series).getFirst());
        }
        for (Path path : paths) {
            if (Files.size(path) < LARGEST && Part10.looksLikeDicom(path)) {
                files.add(Part10.read(path));
            }
        }
        return files;
    }

    @Test
    void noIdentifyingValueIsLeftInTheBytes() throws IOException {
        Pseudonyms pseudonyms = new Pseudonyms(new byte[16]);
        int checked = 0;
        List<String> left = new ArrayList<>();
        for (DicomFile file : files()) {
            for (Set<ProfileOption> options : List.of(EnumSet.noneOf(ProfileOption.class), CLEANING)) {
                DicomFile out = new Deidentifier(options, pseudonyms, Optional.empty())
                        .apply(file)
                        .file();
                out.dataSet().remove(Tag.PIXEL_DATA);
                byte[] bytes = Part10.toBytes(out);
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                for (String value : identity(file.dataSet())) {
                    if (text.contains(value) && !value.equals("REMOVED")) {
                        left.add(file.sopClassUid() + " keeps a value of " + value.length());
                    }
                    checked++;
                }
            }
        }
        assertEquals(List.of(), left);
        assertTrue(checked > 200, "values looked for: " + checked);
    }

    /** Raw bytes of what names people and objects; an institution may be called like the maker of its machine. */
    private static Set<String> identity(DataSet d) {
        Set<String> values = new HashSet<>();
        String maker = d.string(Tag.MANUFACTURER).orElse("").toLowerCase(Locale.ROOT);
        for (Element element : d) {
            boolean own = element.vr() == Vr.PN
                    || Set.of(
                                    Tag.PATIENT_ID,
                                    Tag.ACCESSION_NUMBER,
                                    Tag.PATIENT_BIRTH_DATE,
                                    Tag.SOP_INSTANCE_UID,
                                    Tag.STUDY_INSTANCE_UID,
                                    Tag.SERIES_INSTANCE_UID,
                                    Tag.FRAME_OF_REFERENCE_UID,
                                    Tag.INSTITUTION_NAME,
                                    Tag.INSTITUTION_ADDRESS,
                                    Tag.STATION_NAME)
                            .contains(element.tag());
            if (own && element instanceof Element.Value value) {
                String raw = new String(value.bytes().toArray(), StandardCharsets.ISO_8859_1)
                        .replace('\0', ' ')
                        .strip();
                if (raw.length() >= 6 && !maker.contains(raw.toLowerCase(Locale.ROOT))) {
                    values.add(raw);
                }
            }
        }
        return values;
    }

    /** dciodvfy finds no error that it does not find in the original. */
    @Test
    void noErrorIsAdded(@TempDir Path folder) throws IOException, InterruptedException {
        Pseudonyms pseudonyms = new Pseudonyms(new byte[16]);
        Path path = folder.resolve("x.dcm");
        List<String> added = new ArrayList<>();
        for (DicomFile file : files()) {
            if (file.transferSyntax().bigEndian()) {
                continue;
            }
            Part10.write(file, path);
            Set<String> before = errors(path);
            for (Set<ProfileOption> options : List.of(EnumSet.noneOf(ProfileOption.class), CLEANING)) {
                Part10.write(
                        new Deidentifier(options, pseudonyms, Optional.empty())
                                .apply(file)
                                .file(),
                        path);
                Set<String> after = errors(path);
                after.removeAll(before);
                after.forEach(error -> added.add(file.sopClassUid() + " " + error));
            }
        }
        assertEquals(List.of(), added);
    }

    private static Set<String> errors(Path path) throws IOException, InterruptedException {
        return ForeignTool.run("dciodvfy", path.toString())
                .output()
                .lines()
                .filter(line -> line.startsWith("Error"))
                .map(line -> line.replaceAll("<[^>]*>|UID [0-9.]+$", ""))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
