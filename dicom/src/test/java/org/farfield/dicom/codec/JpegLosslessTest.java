package org.farfield.dicom.codec;

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

/** Small streams written by hand: one Huffman table in which code 0 is "no difference" and 10 is "one bit". */
class JpegLosslessTest {
    private static final String TABLE = "FFC4 0015 00 01010000000000000000000000000000 00 01";
    private static final String SCAN = "FFDA 0008 01 0100 01 00 00";

    /** 2 x 2 of 8 bits: 128 129 / 128 128, that is differences 0, +1 / 0, 0: bits 0 10 1 0 0, then ones to the byte. */
    private static final byte[] STREAM = stream("FFD8" + frame(2, 2) + TABLE + SCAN + "53 FFD9");

    @Test
    void differencesAddUpFromTheMiddleOfTheRange() throws DicomException {
        assertArrayEquals(new short[] {128, 129, 128, 128}, decode(STREAM));
    }

    @Test
    void aRestartBeginsAnewFromTheMiddleOfTheRange() throws DicomException {
        byte[] stream = stream("FFD8" + frame(2, 2) + TABLE + "FFDD 0004 0002" + SCAN + "AF FFD0 3F FFD9");
        assertArrayEquals(new short[] {129, 129, 128, 128}, decode(stream));
    }

    @Test
    void aStreamThatIsCutShortIsRefused() {
        for (int length = 0; length < STREAM.length - 2; length++) {
            byte[] cut = Arrays.copyOf(STREAM, length);
            assertEquals(
                    DicomException.Reason.TRUNCATED,
                    assertThrows(DicomException.class, () -> decode(cut)).reason(),
                    "cut to " + length);
        }
    }

    @Test
    void aProgressiveStreamIsUnsupported() {
        byte[] progressive = STREAM.clone();
        progressive[3] = (byte) 0xC2;
        assertEquals(
                DicomException.Reason.UNSUPPORTED,
                assertThrows(DicomException.class, () -> decode(progressive)).reason());
    }

    /** Seed 20261122: damaged streams end in an image or a DicomException. */
    @Test
    void damagedStreamsDoNoHarm() {
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = STREAM.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                decode(damaged);
            } catch (DicomException expected) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }

    private static short[] decode(byte[] stream) throws DicomException {
        short[] out = new short[4];
        new JpegCodec(true).decode(ByteSlice.of(stream), PixelFormat.monochrome(2, 2, 8, false), out);
        return out;
    }

    private static String frame(int columns, int rows) {
        return String.format("FFC3 000B 08 %04X %04X 01 01 11 00", rows, columns);
    }

    private static byte[] stream(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
