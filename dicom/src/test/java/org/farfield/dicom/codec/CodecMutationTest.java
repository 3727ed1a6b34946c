package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged frames end in a picture or in a {@link DicomException}. {@code -Dfarfield.fuzz.rounds=N} runs longer; the
 * seed is fixed.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CodecMutationTest {
    private static final int ROUNDS = Integer.getInteger("farfield.fuzz.rounds", 1500);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2.5",
                "1.2.840.10008.1.2.4.70",
                "1.2.840.10008.1.2.4.80",
                "1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.8.1"
            })
    void damagedFramesOfOurOwnDoNoHarm(String uid) throws DicomException {
        FrameCodec codec = FrameCodec.require(TransferSyntax.of(uid));
        for (int samples : new int[] {1, 3}) {
            String photometric = samples == 1 ? "MONOCHROME2" : "RGB";
            PixelFormat format = new PixelFormat(20, 30, samples, 16, 12, 11, false, photometric, 0, 1);
            short[] picture = new short[format.samplesPerFrame()];
            Random random = new Random(7);
            for (int i = 0; i < picture.length; i++) {
                picture[i] = (short) (i / 90 % 3 == 0 ? 800 : random.nextInt(4096));
            }
            damage(codec, codec.encode(picture, format), format, ROUNDS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB})
    void damagedBaselineFramesDoNoHarm(int type) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, type);
        Random random = new Random(7);
        for (int i = 0; i < 1200; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt());
        }
        int samples = image.getRaster().getNumBands();
        PixelFormat format = new PixelFormat(30, 40, samples, 8, 8, 7, false, "MONOCHROME2", 0, 1);
        damage(new JpegCodec(false), JpegDctTest.encode(image, 0.8f), format, ROUNDS);
    }

    /** Tiles with markers between packets, layers with raw passes, changes of progression, and the 9/7 filter. */
    @ParameterizedTest
    @ValueSource(strings = {"tiles", "layers", "changes", "lossy"})
    void damagedJpeg2000FramesDoNoHarm(String name) throws IOException {
        byte[] stream;
        try (InputStream in = CodecMutationTest.class.getResourceAsStream("jpeg2000/" + name + ".j2k")) {
            stream = Objects.requireNonNull(in, name).readAllBytes();
        }
        boolean colour = name.equals("changes");
        PixelFormat format = colour
                ? new PixelFormat(61, 77, 3, 8, 8, 7, false, "RGB", 0, 1)
                : PixelFormat.monochrome(61, 77, 12, false);
        damage(new Jpeg2000Codec(false), stream, format, ROUNDS / 3);
    }

    @Test
    void damagedHighThroughputFramesDoNoHarm() throws IOException {
        DicomFile file = SharedData.read("transfer-syntax/HTJ2KLossless_08_RGB.dcm");
        Element pixels = file.dataSet().element(Tag.PIXEL_DATA).orElseThrow();
        byte[] stream = ((Element.Fragments) pixels).fragments().getFirst().toArray();
        damage(new Jpeg2000Codec(false), stream, PixelFormat.of(file.dataSet()), ROUNDS / 100);
    }

    private static void damage(FrameCodec codec, byte[] stream, PixelFormat format, int rounds) {
        Random random = new Random(20261122);
        short[] out = new short[format.samplesPerFrame()];
        int decoded = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = stream.clone();
            for (int change = random.nextInt(5); change >= 0; change--) {
                int at = random.nextInt(random.nextBoolean() ? Math.min(100, bytes.length) : bytes.length);
                switch (random.nextInt(4)) {
                    case 0 -> bytes[at] = (byte) random.nextInt();
                    case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                    case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 3), (byte) 0xFF);
                    default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
                }
            }
            try {
                codec.decode(ByteSlice.of(bytes), format, out);
                decoded++;
            } catch (DicomException expected) {
                assertTrue(String.valueOf(expected.getMessage()).length() > 3);
            }
        }
        assertTrue(decoded < rounds, decoded + " of " + rounds);
    }
}
