package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegLsTest {
    /** The worked example of ITU-T T.87 H.3: image and stream. */
    private static final short[] EXAMPLE = {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145};

    private static final String EXAMPLE_STREAM = "FFD8FFF7000B080004000401011100FFDA0008010100000000"
            + "C000006C80208E01C0000057400000 6EE6000001BC18000005D80000 9160FFD9".replace(" ", "");

    @Test
    void exampleOfTheStandardIsEncodedByteByByte() {
        assertEquals(EXAMPLE_STREAM, HexFormat.of().withUpperCase().formatHex(JpegLs.encode(EXAMPLE, 4, 4, 8, false)));
    }

    @Test
    void exampleOfTheStandardIsDecoded() throws DicomException {
        short[] out = new short[16];
        JpegLs.decode(ByteSlice.of(HexFormat.of().parseHex(EXAMPLE_STREAM)), out, 4, 4, 8, false);
        assertArrayEquals(EXAMPLE, out);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyKindOfImageComesBackUnchanged(int bits) throws DicomException {
        Random random = new Random(bits);
        int[][] sizes = {{1, 1}, {1, 40}, {40, 1}, {31, 17}, {50, 40}};
        for (int[] size : sizes) {
            for (Kind kind : Kind.values()) {
                for (boolean signed : new boolean[] {false, true}) {
                    short[] image = kind.draw(size[0], size[1], bits, signed, random);
                    byte[] stream = JpegLs.encode(image, size[0], size[1], bits, signed);
                    short[] back = new short[image.length];
                    JpegLs.decode(ByteSlice.of(stream), back, size[0], size[1], bits, signed);
                    assertArrayEquals(image, back, kind + " " + Arrays.toString(size) + " signed " + signed);
                }
            }
        }
    }

    @Test
    void aStreamInsideALargerArrayIsDecodedInPlace() throws DicomException {
        byte[] stream = JpegLs.encode(EXAMPLE, 4, 4, 8, false);
        byte[] around = new byte[stream.length + 20];
        Arrays.fill(around, (byte) 0xFF);
        System.arraycopy(stream, 0, around, 10, stream.length);
        short[] out = new short[16];
        JpegLs.decode(ByteSlice.of(around, 10, stream.length), out, 4, 4, 8, false);
        assertArrayEquals(EXAMPLE, out);
    }

    @Test
    void valuesThatDoNotFitAreRefusedNotCut() {
        assertThrows(IllegalArgumentException.class, () -> JpegLs.encode(new short[] {4096}, 1, 1, 12, false));
        assertThrows(IllegalArgumentException.class, () -> JpegLs.encode(new short[] {-2049}, 1, 1, 12, true));
        assertThrows(IllegalArgumentException.class, () -> JpegLs.encode(new short[] {-1}, 1, 1, 8, false));
    }

    @Test
    void anotherSizeThanDeclaredIsRefused() {
        byte[] stream = JpegLs.encode(EXAMPLE, 4, 4, 8, false);
        DicomException refused = assertThrows(
                DicomException.class, () -> JpegLs.decode(ByteSlice.of(stream), new short[20], 5, 4, 8, false));
        assertEquals(DicomException.Reason.MALFORMED, refused.reason());
    }

    @Test
    void aStreamThatIsCutShortIsRefused() {
        short[] noise = Kind.NOISE.draw(64, 64, 12, false, new Random(5));
        byte[] stream = JpegLs.encode(noise, 64, 64, 12, false);
        for (int length : new int[] {0, 1, 2, 10, 24, 25, 30, stream.length / 2, stream.length - 20}) {
            ByteSlice cut = ByteSlice.of(Arrays.copyOf(stream, length));
            DicomException refused =
                    assertThrows(DicomException.class, () -> JpegLs.decode(cut, new short[64 * 64], 64, 64, 12, false));
            assertEquals(DicomException.Reason.TRUNCATED, refused.reason(), "cut to " + length);
        }
    }

    /** Seed 20261122: 1500 damaged streams end in an image or a DicomException, within the frame and in time. */
    @Test
    void damagedStreamsDoNoHarm() {
        Random random = new Random(20261122);
        for (int i = 0; i < 1500; i++) {
            int bits = 2 + random.nextInt(15);
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            byte[] stream = JpegLs.encode(kind.draw(24, 16, bits, false, random), 24, 16, bits, false);
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                stream[random.nextInt(stream.length)] = (byte) random.nextInt();
            }
            short[] out = new short[24 * 16];
            try {
                JpegLs.decode(ByteSlice.of(stream), out, 24, 16, bits, false);
            } catch (DicomException expected) {
                assertEquals(true, String.valueOf(expected.getMessage()).startsWith("JPEG-LS"));
            }
        }
    }

    private enum Kind {
        FLAT,
        RAMP,
        NOISE,
        EXTREMES,
        RUNS;

        short[] draw(int columns, int rows, int bits, boolean signed, Random random) {
            short[] image = new short[columns * rows];
            int range = 1 << bits;
            int low = signed ? -range / 2 : 0;
            int run = 0;
            int value = 0;
            for (int i = 0; i < image.length; i++) {
                if (run-- <= 0) {
                    run = random.nextInt(3 * columns);
                    value = random.nextInt(range);
                }
                int sample = switch (this) {
                    case FLAT -> range / 2;
                    case RAMP -> (i % columns + i / columns) % range;
                    case NOISE -> random.nextInt(range);
                    case EXTREMES -> random.nextBoolean() ? 0 : range - 1;
                    case RUNS -> value;
                };
                image[i] = (short) (sample + low);
            }
            return image;
        }
    }
}
