package org.farfield.dicom.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What codestreams may use and DICOM files seldom do. The streams were written by OpenJPEG 2.5.0 ({@code opj_compress})
 * of the pictures that {@link #grey} and {@link #colour} draw; the options of each stand beside its name.
 */
class CodestreamOptionsTest {
    private static final int COLUMNS = 77;
    private static final int ROWS = 61;

    @ParameterizedTest
    @CsvSource({
        "style1, bypass: -M 1 -b 16 16",
        "style2, reset: -M 2 -b 16 16",
        "style4, an end for each pass: -M 4 -b 16 16",
        "style8, vertically causal: -M 8 -b 16 16",
        "style32, segmentation symbols: -M 32 -b 16 16",
        "style63, all of them and predictable ends: -M 63 -b 16 16",
        "tiles, -t 30 25 -T 3 2 -d 5 7 -n 3 -SOP -EPH -TP R",
        "layers, four of them with bypass and ends: -r 20 10 5 1 -M 5 -b 8 32",
        "blocks, 1024 x 4 and no wavelet: -b 1024 4 -n 1",
        "region, of interest: -ROI c=0 U=13",
        "order-LRCP, 3 layers; precincts 32 and 16; -p LRCP",
        "order-RLCP, the same; -p RLCP",
        "order-RPCL, the same; -p RPCL",
        "order-PCRL, the same; -p PCRL",
        "order-CPRL, the same; -p CPRL",
        "changes, of progression: -POC T0=0 0 1 2 3 RLCP T0=2 0 1 4 3 CPRL"
    })
    void reversibleStreamsGiveThePicture(String name, String options) throws IOException {
        short[] picture = isColour(name) ? colour() : grey();
        assertArrayEquals(picture, decode(stream(name), isColour(name)), options);
    }

    /** The bounds are what OpenJPEG's own decoder leaves of the picture, and one. */
    @ParameterizedTest
    @CsvSource({"lossy, -I -r 2, 2", "lossy-colour, -I -mct 1 -q 55, 4"})
    void irreversibleStreamsGiveNearlyThePicture(String name, String options, int most) throws IOException {
        assertClose(isColour(name) ? colour() : grey(), decode(stream(name), isColour(name)), most, options);
    }

    /** -I -mct 1 -t 40 33 -d 3 1, beside what {@code opj_decompress} makes of it. */
    @Test
    void irreversibleTilesAreDecodedAsOpenJpegDecodesThem() throws IOException {
        byte[] theirs = resource("lossy-tiles.rgb");
        short[] expected = new short[theirs.length];
        for (int i = 0; i < theirs.length; i++) {
            expected[i] = (short) (theirs[i] & 0xFF);
        }
        assertClose(expected, decode(stream("lossy-tiles"), true), 1, "tiles");
    }

    private static void assertClose(short[] expected, short[] decoded, int most, String what) {
        assertEquals(expected.length, decoded.length);
        int greatest = 0;
        for (int i = 0; i < expected.length; i++) {
            greatest = Math.max(greatest, Math.abs(expected[i] - decoded[i]));
        }
        assertTrue(greatest <= most, what + ": " + greatest);
    }

    @Test
    void aJp2FileIsDecodedLikeItsCodestream() throws IOException {
        byte[] stream = stream("style1");
        byte[] boxes = new byte[93];
        System.arraycopy(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10}, 0, boxes, 0, 12);
        byte[] file = Arrays.copyOf(boxes, boxes.length + stream.length);
        System.arraycopy(stream, 0, file, boxes.length, stream.length);
        assertArrayEquals(grey(), decode(file, false));
    }

    /** A column of samples has one packet; its header is taken out of the tile-part. */
    @ParameterizedTest
    @ValueSource(ints = {Marker.PPT, Marker.PPM})
    void packetHeadersMayStandApart(int marker) throws IOException {
        PixelFormat format = PixelFormat.monochrome(50, 1, 12, false);
        short[] samples = new short[50];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i * i);
        }
        byte[] whole = new Jpeg2000Encoder(format).encode(samples);
        byte[] moved = withHeadersApart(whole, marker);
        short[] out = new short[50];
        Jpeg2000Decoder.decode(ByteSlice.of(moved), ImageSize.read(ByteSlice.of(moved)), format, out);
        assertArrayEquals(samples, out);
    }

    private static byte[] withHeadersApart(byte[] stream, int marker) throws IOException {
        int sot = find(stream, Marker.SOT);
        int packet = find(stream, Marker.SOD) + 2;
        int end = stream.length - 2;
        int header = headerLength(ByteSlice.of(stream, packet, end - packet));
        ByteBuffer apart = ByteBuffer.allocate(100);
        boolean main = marker == Marker.PPM;
        apart.putShort((short) marker).putShort((short) (3 + header + (main ? 4 : 0)));
        apart.put((byte) 0);
        if (main) {
            apart.putInt(header);
        }
        apart.put(stream, packet, header).flip();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(stream, 0, main ? sot : packet - 2);
        out.write(apart.array(), 0, apart.limit());
        if (main) {
            out.write(stream, sot, packet - sot);
        } else {
            out.write(stream, packet - 2, 2);
        }
        out.write(stream, packet + header, stream.length - packet - header);
        byte[] moved = out.toByteArray();
        int length = find(moved, Marker.SOT) + 6;
        ByteBuffer.wrap(moved).putInt(length, 0);
        return moved;
    }

    private static int headerLength(ByteSlice packet) throws IOException {
        CodingStyle style = new CodingStyle(0, 6, 6, 0, true, PrecinctSizes.LARGEST);
        TileComponent component = new TileComponent(0, new Area(0, 0, 1, 50), style, 10);
        TileStream stream = new TileStream(0, new Parameters(1));
        stream.addPart(packet);
        Precinct precinct = component.precincts().getFirst();
        new PacketReader(stream).read(precinct, style);
        return packet.length() - precinct.grids().getFirst().blocks[0].bytes();
    }

    private static int find(byte[] stream, int marker) {
        for (int i = 0; ; i++) {
            if ((stream[i] & 0xFF) == marker >> 8 && (stream[i + 1] & 0xFF) == (marker & 0xFF)) {
                return i;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Rsiz of part 2 tools, FF74 where COM stands, UNSUPPORTED",
        "high throughput, FF50 where COM stands, UNSUPPORTED",
        "data instead of a segment, 1234 where COM stands, MALFORMED"
    })
    void whatIsNotPart1IsRefusedByName(String what, String change, DicomException.Reason reason) throws IOException {
        byte[] stream = stream("style1");
        int at = find(stream, Marker.COM);
        ByteBuffer.wrap(stream).putShort(at, (short) Integer.parseInt(change.substring(0, 4), 16));
        DicomException refused = assertThrows(DicomException.class, () -> decode(stream, false), what);
        assertEquals(reason, refused.reason(), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains(change.substring(0, 4)), refused.getMessage());
    }

    @Test
    void aMissingTileIsNamed() throws IOException {
        byte[] stream = stream("tiles");
        int second = Arrays.mismatch(stream, new byte[0]);
        for (int sots = 0, i = 0; sots < 4; i++) {
            if ((stream[i] & 0xFF) == 0xFF && (stream[i + 1] & 0xFF) == 0x90) {
                sots++;
                second = i;
            }
        }
        byte[] cut = Arrays.copyOf(stream, second + 2);
        cut[second + 1] = (byte) 0xD9;
        DicomException refused = assertThrows(DicomException.class, () -> decode(cut, false));
        assertEquals(DicomException.Reason.TRUNCATED, refused.reason(), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains("of 9 tiles"), refused.getMessage());
    }

    private static boolean isColour(String name) {
        return name.startsWith("order") || name.equals("changes") || name.startsWith("lossy-");
    }

    private static byte[] stream(String name) throws IOException {
        return resource(name + ".j2k");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CodestreamOptionsTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static short[] decode(byte[] stream, boolean colour) throws DicomException {
        PixelFormat format = colour
                ? new PixelFormat(ROWS, COLUMNS, 3, 8, 8, 7, false, "RGB", 0, 1)
                : PixelFormat.monochrome(ROWS, COLUMNS, 12, false);
        short[] out = new short[format.samplesPerFrame()];
        Jpeg2000Decoder.decode(ByteSlice.of(stream), ImageSize.read(ByteSlice.of(stream)), format, out);
        return out;
    }

    /** 12 bits: a bent ramp, squares, a little noise. */
    private static short[] grey() {
        Random random = new Random(20261122);
        short[] picture = new short[COLUMNS * ROWS];
        for (int i = 0; i < picture.length; i++) {
            int x = i % COLUMNS;
            int y = i / COLUMNS;
            int ramp = (x * x + 2 * y * y + 40 * x) / 8;
            picture[i] = (short) (ramp + (x / 20 + y / 16) % 2 * 700 + random.nextInt(9) & 4095);
        }
        return picture;
    }

    /** 8 bits of it three times, moved and turned. */
    private static short[] colour() {
        short[] grey = grey();
        short[] picture = new short[3 * grey.length];
        for (int i = 0; i < grey.length; i++) {
            picture[3 * i] = (short) (grey[i] >> 4);
            picture[3 * i + 1] = (short) (grey[(i + 5) % grey.length] >> 4 & 0xFC);
            picture[3 * i + 2] = (short) (grey[grey.length - 1 - i] >> 4);
        }
        return picture;
    }
}
