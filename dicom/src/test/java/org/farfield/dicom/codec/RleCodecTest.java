package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.junit.jupiter.api.Test;

class RleCodecTest {
    private static final String PACKED = "FEAA0280002AFDAA0380002A22F7AA";
    private static final String UNPACKED = "AAAAAA80002AAAAAAAAA80002A22AAAAAAAAAAAAAAAAAAAA";

    /** The example of Apple's Technical Note 1023, by which PackBits is commonly described. */
    @Test
    void packBitsExampleUnpacks() throws DicomException {
        byte[] out = new byte[24];
        PackBits.unpack(ByteSlice.of(HexFormat.of().parseHex(PACKED)), out, 0);
        assertEquals(UNPACKED, HexFormat.of().withUpperCase().formatHex(out));
    }

    @Test
    void packBitsExamplePacks() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackBits.pack(HexFormat.of().parseHex(UNPACKED), 24, out);
        assertEquals(PACKED + "00", HexFormat.of().withUpperCase().formatHex(out.toByteArray()));
    }

    @Test
    void imagesOfEightAndSixteenBitsComeBackUnchanged() throws DicomException {
        Random random = new Random(7);
        for (int bits : new int[] {8, 12, 16}) {
            for (boolean signed : new boolean[] {false, true}) {
                PixelFormat format = PixelFormat.monochrome(37, 300, bits, signed);
                short[] image = new short[37 * 300];
                for (int i = 0; i < image.length; i++) {
                    int value = i % 7 == 0 ? random.nextInt(1 << bits) : 5;
                    image[i] = (short) (signed ? value - (1 << (bits - 1)) : value);
                }
                byte[] frame = new RleCodec().encode(image, format);
                short[] back = new short[image.length];
                new RleCodec().decode(ByteSlice.of(frame), format, back);
                StoredBits.extend(back, back.length, bits, bits - 1, signed);
                assertArrayEquals(image, back, bits + " signed " + signed);
            }
        }
    }

    @Test
    void aFrameThatIsTooShortIsRefused() throws DicomException {
        PixelFormat format = PixelFormat.monochrome(16, 16, 16, false);
        byte[] frame = new RleCodec().encode(new short[256], format);
        for (int length = 0; length < frame.length - 1; length++) {
            ByteSlice cut = ByteSlice.of(Arrays.copyOf(frame, length));
            assertThrows(DicomException.class, () -> new RleCodec().decode(cut, format, new short[256]));
        }
    }

    /** Seed 20261122: damaged frames end in an image or a DicomException. */
    @Test
    void damagedFramesDoNoHarm() throws DicomException {
        Random random = new Random(20261122);
        PixelFormat format = PixelFormat.monochrome(16, 24, 16, false);
        short[] image = new short[16 * 24];
        for (int i = 0; i < 5000; i++) {
            Arrays.fill(image, 0, random.nextInt(image.length), (short) random.nextInt());
            byte[] frame = new RleCodec().encode(image, format);
            for (int change = random.nextInt(4); change >= 0; change--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            }
            try {
                new RleCodec().decode(ByteSlice.of(frame), format, new short[image.length]);
            } catch (DicomException expected) {
                assertEquals(true, String.valueOf(expected.getMessage()).startsWith("RLE"));
            }
        }
    }
}
