package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.picture.Picture;
import org.farfield.dicom.picture.PictureOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A table, file by file, of what every file of the test data is: an image that is drawn (columns x rows x frames,
 * colour or grey), an object without one, or refused with a reason. Folders that hold one series are one line.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class EveryFileTest {
    private static final long MOST_BYTES = 64L << 20;

    @Test
    void everyFileOpensOrIsRefusedWithTheRightReason() throws IOException {
        Map<String, String> expected = table();
        Map<String, String> found = new TreeMap<>();
        Path root = SharedData.path(".");
        for (Path path : SharedData.files(".")) {
            String name = root.relativize(path).toString().replace('\\', '/');
            if (name.endsWith(".md") || name.contains("README")) {
                continue;
            }
            String folder = name.substring(0, name.lastIndexOf('/') + 1) + "*";
            String key = expected.containsKey(folder) ? folder : name;
            String outcome = outcome(path);
            String before = found.put(key, outcome);
            assertTrue(before == null || before.equals(outcome), () -> name + ": " + before + ", " + outcome);
        }
        expected.forEach((name, outcome) -> assertEquals(outcome, found.get(name), name));
    }

    /**
     * What a thread allocates while it reads and draws a malformed file, whatever lengths and sizes the file claims.
     */
    @Test
    void noMalformedFileCostsMuchMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Path path : SharedData.files("malformed")) {
            long before = threads.getCurrentThreadAllocatedBytes();
            outcome(path);
            long cost = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(cost < MOST_BYTES, path + " costs " + cost + " bytes");
        }
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
            return e.reason().toString();
        } catch (IOException e) {
            return "unreadable";
        }
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
