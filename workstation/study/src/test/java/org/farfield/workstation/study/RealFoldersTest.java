package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farfield.rendering.volume.Stacking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every folder of the test data opens: what is there is found or named, and nothing hangs or breaks. */
class RealFoldersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "charset",
                "colour",
                "cr-dx",
                "ct-thin-phantom-j2k-60",
                "ct-thorax-cmb-crc-100",
                "ct-tilt-uneven-ge-28",
                "dicomdir",
                "enhanced",
                "malformed",
                "mr-brain-oblique-20",
                "overlay-lut",
                "sr-seg-rt-ecg",
                "transfer-syntax",
                "us-multiframe",
                "wg04"
            })
    void everyFileIsListedNamedOrCountedAsSomethingElse(String name) throws Exception {
        Path folder = SharedData.folder(name);
        ScanResult result = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> SharedData.scan(name));
        Set<Path> accountedFor = instances(result).map(Instance::file).collect(Collectors.toCollection(HashSet::new));
        result.problems().list().forEach(problem -> accountedFor.add(problem.file()));
        try (Stream<Path> files = Files.walk(folder)) {
            long all = files.filter(Files::isRegularFile).count();
            assertEquals(all, accountedFor.size() + result.problems().ignored());
        }
        for (Study study : result.studies()) {
            for (Series series : study.series()) {
                long frames = series.instances().stream()
                        .mapToLong(i -> i.frames().size())
                        .sum();
                assertEquals(
                        frames,
                        DisplaySets.of(series).stream()
                                .mapToLong(set -> set.frames().size())
                                .sum());
            }
        }
    }

    @Test
    void namesInTwelveCharacterSetsAreDecoded() throws Exception {
        ScanResult result = SharedData.scan("charset");
        List<String> names =
                result.studies().stream().map(s -> s.patient().name()).toList();
        assertTrue(names.contains("Wang^XiaoDong=\u738b^\u5c0f\u4e1c"), "GB18030");
        assertTrue(names.contains("Hong^Gildong=\u6d2a^\u5409\u6d1e=\ud64d^\uae38\ub3d9"), "ISO 2022 IR 149");
        assertTrue(
                names.contains("Yamada^Tarou=\u5c71\u7530^\u592a\u90ce=\u3084\u307e\u3060^\u305f\u308d\u3046"),
                "IR 87");
        assertFalse(names.stream().anyMatch(name -> name.contains("\ufffd")), "unreadable characters: " + names.size());
    }

    @Test
    void aSeriesWhoseSlicesHaveAFrameOfReferenceEachIsRefusedForThat() throws Exception {
        ScanResult result = SharedData.scan("ct-thin-phantom-j2k-60");
        DisplaySet set =
                DisplaySets.of(result.studies().getFirst().series().getFirst()).getFirst();
        assertFalse(set.canLoad());
        assertTrue(set.stacking() instanceof Stacking.Refused refused
                && refused.reason() == Stacking.Reason.MIXED_FRAME_OF_REFERENCE);
        assertTrue(set.canShowImages());
    }

    private static Stream<Instance> instances(ScanResult result) {
        return result.studies().stream()
                .flatMap(study -> study.series().stream())
                .flatMap(series -> series.instances().stream());
    }
}
