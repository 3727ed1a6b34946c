package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.picture.Picture;
import org.farfield.dicom.picture.PictureOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A table, file by file, of what every file of the test data is: an image that is drawn (columns x rows x frames,
 * colour or grey), an object without one, or refused with a reason and words that the refusal says.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class EveryFileTest {
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void everyFileOpensOrIsRefusedWithTheRightReason() throws IOException {
        Path root = SharedData.path(".");
        Map<String, String> found = new ConcurrentSkipListMap<>();
        SharedData.files(".").parallelStream()
                .forEach(path -> found.put(root.relativize(path).toString().replace('\\', '/'), outcome(path)));
        assertEquals(List.of(), differences(table(), found));
    }

    /** The table is compared both ways: neither a new file nor the row of a lost one is passed over. */
    @Test
    void aFileWithoutARowAndARowWithoutAFileAreDifferences() {
        Map<String, String> table = Map.of("a", "no image", "b", "TRUNCATED frame 1", "lost", "no image");
        Map<String, String> found = Map.of("a", "4x4x1 grey", "b", "TRUNCATED here: frame 1 ends", "new", "no image");
        assertEquals(
                List.of(
                        "a: 'no image' expected, is '4x4x1 grey'",
                        "lost: 'no image' expected, is 'no file'",
                        "new: 'no row' expected, is 'no image'"),
                differences(table, found));
    }

    /**
     * What a thread allocates while it reads and draws a malformed file, whatever lengths and sizes the file claims;
     * bytes that are freed meanwhile count too. A file that is endless or ends in anything but a picture or a
     * {@link DicomException} fails under its name.
     */
    @TestFactory
    List<DynamicTest> noMalformedFileHangsCrashesOrCostsMuchMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Path> paths = SharedData.files("malformed");
        assertTrue(paths.size() >= 15, paths.size() + " malformed files");
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> {
                    long cost = assertTimeoutPreemptively(PATIENCE, () -> {
                        long before = threads.getCurrentThreadAllocatedBytes();
                        outcome(path);
                        return threads.getCurrentThreadAllocatedBytes() - before;
                    });
                    assertTrue(cost > 0 && cost < MOST_BYTES, path + " costs " + cost + " bytes");
                }))
                .toList();
    }

    private static String outcome(Path path) {
        try {
            DicomFile file = Part10.read(path);
            if (!file.dataSet().contains(Tag.PIXEL_DATA)) {
                return "no image";
            }
            PixelFrames frames = PixelFrames.of(file);
            int last = frames.count() - 1;
            Picture picture = Picture.of(file.dataSet(), frames, last, PictureOptions.DEFAULT);
            return picture.columns() + "x" + picture.rows() + "x" + frames.count()
                    + (picture.colour() ? " colour" : " grey");
        } catch (DicomException e) {
            return e.reason() + " " + e.getMessage();
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** One line for each file that is not what its row says; of a refusal the reason and the words of the row count. */
    private static List<String> differences(Map<String, String> table, Map<String, String> found) {
        TreeSet<String> names = new TreeSet<>(table.keySet());
        names.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String expected = table.getOrDefault(name, "no row");
            String is = found.getOrDefault(name, "no file");
            String reason = expected.split(" ", 2)[0];
            boolean refusal = reason.equals(reason.toUpperCase(java.util.Locale.ROOT))
                    && is.startsWith(reason)
                    && is.contains(expected.substring(reason.length()).strip());
            if (!is.equals(expected) && !refusal) {
                differences.add(name + ": '" + expected + "' expected, is '" + is + "'");
            }
        }
        return differences;
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        try (InputStream in = EveryFileTest.class.getResourceAsStream("every-file.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
                List<String> parts = List.of(line.split(" : "));
                table.put(parts.get(0), parts.get(1));
            }
        }
        return table;
    }
}
