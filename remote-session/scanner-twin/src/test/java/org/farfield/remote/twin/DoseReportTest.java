package org.farfield.remote.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.ScanPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoseReportTest {
    private static final int NUMERIC_VALUE = 0x0040A30A;
    private static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;

    @TempDir
    static Path folder;

    /** A localizer and a helical scan, one after the other. */
    @BeforeAll
    static void scan() throws InterruptedException {
        TwinConfig config = new TwinConfig(1, TwinConfig.AS_FAST_AS_IT_CAN, 1, new Rig.Bottle()).withArchive(folder);
        try (Rig rig = new Rig(config)) {
            rig.expose(ScanPlan.localizer(LocalizerView.AP, 0, 20));
            rig.toTheEnd();
            rig.begin();
            rig.expose(Rig.slowPlan());
            rig.toTheEnd();
        }
    }

    private static DataSet report() throws IOException {
        return Part10.read(folder.resolve("dose/002.dcm")).dataSet();
    }

    private static Stream<DataSet> below(DataSet item) {
        return Stream.concat(
                Stream.of(item), item.sequence(Tag.CONTENT_SEQUENCE).stream().flatMap(DoseReportTest::below));
    }

    private static List<Double> numbers(String code) throws IOException {
        return below(report())
                .filter(item -> item.item(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                        .flatMap(name -> name.string(Tag.CODE_VALUE))
                        .filter(code::equals)
                        .isPresent())
                .map(item -> item.item(MEASURED_VALUE_SEQUENCE)
                        .orElseThrow()
                        .decimal(NUMERIC_VALUE)
                        .orElseThrow())
                .toList();
    }

    @Test
    void everyIrradiationIsInTheReportWithItsFigures() throws IOException {
        assertEquals(List.of(2.0), numbers("113812"));
        ScanPlan plan = Rig.slowPlan();
        double ctdiVol = 7.8 * plan.effectiveMas() / 100;
        assertEquals(ctdiVol, numbers("113830").get(1), 0.006);
        double dlp = ctdiVol * (20 + plan.pitch() * plan.collimationMm()) / 10;
        assertEquals(dlp, numbers("113838").get(1), 0.006);
        assertEquals(numbers("113838").get(0) + dlp, numbers("113813").get(0), 0.011);
    }

    @Test
    void theImagesLieBesideTheReportInFoldersOfTheirSeries() throws IOException {
        assertTrue(Files.exists(folder.resolve("series-001/0001.dcm")));
        assertEquals(
                7.8 * Rig.slowPlan().effectiveMas() / 100,
                Part10.read(folder.resolve("series-002/0009.dcm"))
                        .dataSet()
                        .decimal(Tag.CTDI_VOL)
                        .orElseThrow(),
                0.001);
    }

    @Test
    void aValidatorFindsNoErrors() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dciodvfy is not installed");
        Process check = new ProcessBuilder(
                        "dciodvfy", folder.resolve("dose/002.dcm").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("XRayRadiationDoseSR"), said);
        assertTrue(said.lines().noneMatch(line -> line.startsWith("Error")), said);
    }
}
