package org.farfield.dicom.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Jpeg2000RoundTripTest {
    private static final int[][] SIZES = {
        {1, 1}, {1, 9}, {40, 1}, {2, 2}, {17, 33}, {64, 64}, {65, 63}, {130, 70}, {3, 200}
    };

    /** The worked example of T.800 J.10.1: a column of nine samples, one level of decomposition. */
    @Test
    void exampleOfTheStandardIsDecoded() throws DicomException {
        String headers = "FF4F FF510029 0000 00000001 00000009 00000000 00000000 00000001 00000009 00000000 00000000"
                + "0001 07 01 01 FF5C0007 40 40 48 48 50 FF52000C 00 00 0001 00 01 04 04 00 01"
                + "FF90000A 0000 0000001E 00 01 FF93";
        String packets = "C7D40C 018F0DC8755D C07C2180 0FB176 FFD9";
        byte[] stream = HexFormat.of().parseHex((headers + packets).replace(" ", ""));
        assertArrayEquals(new short[] {101, 103, 104, 105, 96, 97, 96, 102, 109}, decode(stream, grey(9, 1, 8, false)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 10, 12, 13, 15, 16})
    void everyKindOfImageComesBackUnchanged(int bits) throws DicomException {
        Random random = new Random(bits);
        for (int[] size : SIZES) {
            for (Kind kind : Kind.values()) {
                for (boolean signed : new boolean[] {false, true}) {
                    PixelFormat format = grey(size[1], size[0], bits, signed);
                    short[] image = kind.draw(format, random);
                    short[] back = decode(new Jpeg2000Encoder(format).encode(image), format);
                    assertSame(image, back, bits, kind + " " + Arrays.toString(size) + " signed " + signed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RGB", "YBR_FULL"})
    void colourComesBackUnchanged(String photometric) throws DicomException {
        Random random = new Random(3);
        for (int bits : new int[] {8, 16}) {
            for (int[] size : SIZES) {
                for (Kind kind : Kind.values()) {
                    PixelFormat format =
                            new PixelFormat(size[1], size[0], 3, bits, bits, bits - 1, false, photometric, 0, 1);
                    short[] image = kind.draw(format, random);
                    short[] back = decode(new Jpeg2000Encoder(format).encode(image), format);
                    assertSame(image, back, bits, kind + " " + Arrays.toString(size));
                }
            }
        }
    }

    @Test
    void aFlatPictureTakesFewBytes() throws DicomException {
        PixelFormat format = grey(512, 512, 16, false);
        short[] image = new short[format.samplesPerFrame()];
        Arrays.fill(image, (short) 1000);
        byte[] stream = new Jpeg2000Encoder(format).encode(image);
        assertTrue(stream.length < 400, "bytes: " + stream.length);
        assertArrayEquals(image, decode(stream, format));
    }

    @Test
    void anotherSizeThanDeclaredIsRefused() throws DicomException {
        PixelFormat format = grey(16, 16, 8, false);
        byte[] stream = new Jpeg2000Encoder(format).encode(new short[256]);
        DicomException refused = assertThrows(DicomException.class, () -> decode(stream, grey(16, 17, 8, false)));
        assertEquals(DicomException.Reason.MALFORMED, refused.reason());
        assertTrue(String.valueOf(refused.getMessage()).contains("16 x 16 x 1 where 17 x 16 x 1"));
    }

    @Test
    void aStreamThatIsCutShortIsRefused() throws DicomException {
        PixelFormat format = grey(64, 64, 12, false);
        byte[] stream = new Jpeg2000Encoder(format).encode(Kind.NOISE.draw(format, new Random(5)));
        for (int length = 0; length < stream.length - 2; length += 1 + length / 10) {
            byte[] cut = Arrays.copyOf(stream, length);
            assertThrows(DicomException.class, () -> decode(cut, format), "cut to " + length);
        }
    }

    /** A header that claims the largest picture, tiles of one sample, or precincts of one is refused at once. */
    @Test
    void claimsAreRefusedBeforeMemoryIsTaken() throws DicomException {
        PixelFormat format = grey(4000, 4000, 8, false);
        byte[] stream = new Jpeg2000Encoder(format).encode(new short[format.samplesPerFrame()]);
        byte[] tiny = stream.clone();
        for (int at : new int[] {24, 28}) {
            Arrays.fill(tiny, at, at + 4, (byte) 0);
            tiny[at + 3] = 1;
        }
        DicomException refused = assertThrows(DicomException.class, () -> decode(tiny, format));
        assertTrue(String.valueOf(refused.getMessage()).contains("4000 x 4000 tiles"), refused.getMessage());
    }

    private static PixelFormat grey(int rows, int columns, int bits, boolean signed) {
        return PixelFormat.monochrome(rows, columns, bits, signed);
    }

    private static short[] decode(byte[] stream, PixelFormat format) throws DicomException {
        short[] out = new short[format.samplesPerFrame()];
        ByteSlice bytes = ByteSlice.of(stream);
        Jpeg2000Decoder.decode(bytes, ImageSize.read(bytes), format, out);
        return out;
    }

    private static void assertSame(short[] image, short[] back, int bits, String what) {
        for (int i = 0; i < image.length; i++) {
            if (image[i] != back[i]) {
                throw new AssertionError(
                        what + ", " + bits + " bits: sample " + i + " is " + back[i] + " not " + image[i]);
            }
        }
    }

    private enum Kind {
        FLAT,
        RAMP,
        NOISE,
        EXTREMES;

        short[] draw(PixelFormat format, Random random) {
            short[] image = new short[format.samplesPerFrame()];
            int range = 1 << format.bitsStored();
            int low = format.signed() ? -range / 2 : 0;
            for (int i = 0; i < image.length; i++) {
                int sample = switch (this) {
                    case FLAT -> range / 2;
                    case RAMP -> (i % format.columns() + i / format.columns()) % range;
                    case NOISE -> random.nextInt(range);
                    case EXTREMES -> random.nextBoolean() ? 0 : range - 1;
                };
                image[i] = (short) (sample + low);
            }
            return image;
        }
    }
}
