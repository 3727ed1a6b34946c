package org.farfield.rendering.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every projection and interpolation of a sphere and a helix, oblique, on every engine: within one grey level of the
 * pictures in the test resources, which were looked at. To make them again after a wanted change, run this test with
 * {@code -Dtest.extraArgs=-Dfarfield.golden.write=src/test/resources/org/farfield/rendering/gpu}, look at them, and say
 * in the commit what changed.
 */
class GoldenPictureTest {

    private static final int EDGE = 96;
    /** Portable grey map: a byte a pixel after the head. */
    private static final byte[] HEAD = ("P5 " + EDGE + " " + EDGE + " 255\n").getBytes(StandardCharsets.US_ASCII);

    private static final Engines ENGINES = new Engines();
    private static final Volume VOLUME = Fields.fill(Fields.TILTED, p -> Math.max(Fields.ball(p), Fields.helix(p)));

    @AfterAll
    static void close() {
        ENGINES.close();
    }

    static Stream<Arguments> pictures() {
        return Stream.concat(
                        Stream.of(Interpolation.values()).map(i -> new Picture("plane-" + i, Slab.NONE, i)),
                        Stream.of(Projection.values())
                                .map(p -> new Picture("slab-" + p, new Slab(9, p), Interpolation.LINEAR)))
                .flatMap(picture -> ENGINES.stream().map(engine -> Arguments.of(picture, engine)));
    }

    record Picture(String name, Slab slab, Interpolation interpolation) {

        ReformatRequest request() {
            return new ReformatRequest(
                    VOLUME,
                    ImagePlane.oblique(Fields.BALL, 25, -20, 0.6),
                    EDGE,
                    EDGE,
                    slab,
                    interpolation,
                    new VoiTransform.LinearExact(100, 220),
                    false);
        }

        String file() {
            return "golden-" + name.toLowerCase(Locale.ROOT) + ".pgm";
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("pictures")
    void thePictureIsTheOneThatWasLookedAt(Picture picture, RenderEngine engine) throws IOException {
        int[] grey = Engines.grey(engine, picture.request());
        String folder = System.getProperty("farfield.golden.write");
        if (folder != null && engine.name().startsWith("CPU")) {
            write(grey, Path.of(folder, picture.file()));
        }
        int[] golden = read(picture.file());
        for (int i = 0; i < grey.length; i++) {
            int pixel = i;
            assertEquals(golden[i], grey[i], 1, () -> engine.name() + ", pixel " + pixel % EDGE + "," + pixel / EDGE);
        }
    }

    private static int[] read(String file) throws IOException {
        try (InputStream in = GoldenPictureTest.class.getResourceAsStream(file)) {
            assertNotNull(in, file);
            byte[] bytes = in.readAllBytes();
            int[] grey = new int[EDGE * EDGE];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = bytes[HEAD.length + i] & 0xff;
            }
            return grey;
        }
    }

    private static void write(int[] grey, Path file) throws IOException {
        byte[] bytes = Arrays.copyOf(HEAD, HEAD.length + grey.length);
        for (int i = 0; i < grey.length; i++) {
            bytes[HEAD.length + i] = (byte) grey[i];
        }
        Files.write(file, bytes);
    }
}
