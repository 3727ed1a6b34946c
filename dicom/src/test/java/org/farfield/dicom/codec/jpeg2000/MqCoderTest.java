package org.farfield.dicom.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MqCoderTest {
    /** The test sequence of ITU-T T.88 H.2, whose coder is the same: bits coded in a single context. */
    private static final byte[] BITS = HexFormat.of()
            .parseHex("00020051000000C0035287 2AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF".replace(" ", ""));

    private static final byte[] CODED =
            HexFormat.of().parseHex("84C73BFCE1A14304022000 00410DBB86F4317FFF88FF37471ADB6ADF".replace(" ", ""));

    @Test
    void testSequenceOfTheStandardIsDecoded() {
        MqDecoder decoder = new MqDecoder();
        Arrays.fill(decoder.contexts, MqStates.word(0, 0));
        byte[] segment = Arrays.copyOf(CODED, CODED.length + 2);
        segment[CODED.length] = -1;
        segment[CODED.length + 1] = -1;
        decoder.start(segment, 0);
        byte[] bits = new byte[BITS.length];
        for (int i = 0; i < 8 * bits.length; i++) {
            bits[i / 8] |= (byte) (decoder.decode(0) << (7 - i % 8));
        }
        assertArrayEquals(BITS, bits);
    }

    @Test
    void testSequenceOfTheStandardIsEncoded() {
        MqEncoder encoder = new MqEncoder();
        encoder.start();
        Arrays.fill(encoder.contexts, MqStates.word(0, 0));
        for (int i = 0; i < 8 * BITS.length; i++) {
            encoder.encode(0, BITS[i / 8] >> (7 - i % 8) & 1);
        }
        assertArrayEquals(CODED, encoder.finish());
    }

    @Test
    void longSkewedSequencesComeBack() {
        for (int skew = 1; skew < 9; skew++) {
            Random random = new Random(skew);
            int[] bits = new int[20_000];
            MqEncoder encoder = new MqEncoder();
            encoder.start();
            for (int i = 0; i < bits.length; i++) {
                bits[i] = random.nextInt(1 << skew) == 0 ? 1 : 0;
                encoder.encode(i % BlockFlags.CONTEXTS, bits[i]);
            }
            byte[] coded = encoder.finish();
            byte[] segment = Arrays.copyOf(coded, coded.length + 2);
            Arrays.fill(segment, coded.length, segment.length, (byte) 0xFF);
            MqDecoder decoder = new MqDecoder();
            MqStates.reset(decoder.contexts);
            decoder.start(segment, 0);
            for (int i = 0; i < bits.length; i++) {
                assertEquals(bits[i], decoder.decode(i % BlockFlags.CONTEXTS), "skew " + skew + ", bit " + i);
            }
        }
    }
}
