package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.farfield.dicom.codec.Transcoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagFilterTest {
    private static final int TRAILING_PADDING = 0xFFFCFFFC;

    /** Gives a few bytes at a time and counts them. */
    private static final class Drip extends InputStream {
        private final byte[] bytes;
        private int at;

        Drip(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at == bytes.length ? -1 : bytes[at++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            int count = Math.min(Math.min(most, 777), bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count == 0 && most > 0 ? -1 : count;
        }
    }

    private static DataSet cut(DataSet whole, TagFilter filter) {
        DataSet cut = whole.copy();
        for (Element element : whole) {
            if (!filter.wants(element.tag()) || filter.isPast(element.tag())) {
                cut.remove(element.tag());
            }
        }
        return cut;
    }

    /** Every third element of real files, in every encoding, from a stream, a path and an array. */
    @ParameterizedTest
    @ValueSource(strings = {"charset", "overlay-lut", "sr-seg-rt-ecg", "transfer-syntax", "us-multiframe", "dicomdir"})
    void whatIsWantedIsReadAsInTheWholeFile(String folder) throws IOException {
        for (Path path : SharedData.files(folder)) {
            if (!Part10.looksLikeDicom(path) || path.toString().contains("TINY_ALPHA")) {
                continue;
            }
            DicomFile whole = Part10.read(path);
            List<Integer> all = new ArrayList<>();
            whole.dataSet().forEach(element -> all.add(element.tag()));
            for (int first = 0; first < 3; first++) {
                int start = first;
                int[] wanted = java.util.stream.IntStream.range(0, all.size())
                        .filter(i -> i % 3 == start)
                        .map(all::get)
                        .toArray();
                if (wanted.length == 0) {
                    continue;
                }
                ReadOptions options = ReadOptions.ALL.withOnly(wanted);
                DataSet expected = cut(whole.dataSet(), TagFilter.of(wanted));
                byte[] bytes = Files.readAllBytes(path);
                assertEquals(expected, Part10.read(path, options).dataSet(), path.toString());
                assertEquals(expected, Part10.read(bytes, options).dataSet(), path.toString());
                DicomFile dripped = Part10.read(new Drip(bytes), options);
                assertEquals(expected, dripped.dataSet(), path.toString());
                assertEquals(whole.meta(), dripped.meta(), path.toString());
            }
        }
    }

    @Test
    void whatTheWantedNeedComesAlong() throws DicomException {
        DataSet d = new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192").set(Tag.PATIENT_NAME, "王");
        d.set(0x00090010, Vr.LO, "OURS").set(0x00091001, Vr.LO, "x").set(0x00091101, Vr.LO, "y");
        d.set(Tag.PATIENT_ID, "P1").set(Tag.ROWS, 7);
        byte[] bytes = Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        DataSet read = Part10.read(bytes, ReadOptions.ALL.withOnly(Tag.PATIENT_NAME, 0x00091001))
                .dataSet();
        assertEquals("王", read.string(Tag.PATIENT_NAME).orElseThrow());
        assertEquals("OURS", read.string(0x00090010).orElseThrow());
        assertEquals(4, read.size());
        assertThrows(IllegalArgumentException.class, () -> ReadOptions.ALL.withOnly());
    }

    @Test
    void readingEndsBehindTheLastWantedElement() throws IOException {
        DicomFile file = DicomFile.of(CtInstance.create(256, 256), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        file.dataSet().setBytes(0x00091001, Vr.OB, new byte[200_000]);
        Drip in = new Drip(Part10.toBytes(file));
        assertFalse(Part10.read(in, ReadOptions.ALL.withOnly(Tag.SOP_INSTANCE_UID))
                .dataSet()
                .contains(Tag.ROWS));
        assertTrue(in.at < 2000, in.at + " bytes read");
    }

    /** 300 MB of pixels, native or in fragments, before what is wanted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSkippedIsNeverHeld(boolean fragments) throws IOException {
        int length = 300_000_000;
        DataSet before = new DataSet().set(Tag.PATIENT_ID, "P1").set(Tag.ROWS, 7);
        byte[] head = Part10.toBytes(DicomFile.of(
                before, fragments ? TransferSyntax.RLE_LOSSLESS : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        DicomBytes pixels = new DicomBytes(false);
        if (fragments) {
            pixels.explicit(Tag.PIXEL_DATA, "OB", 0xFFFFFFFFL).item(0).item(length);
        } else {
            pixels.explicit(Tag.PIXEL_DATA, "OW", (long) length);
        }
        DicomBytes after = new DicomBytes(false);
        if (fragments) {
            after.sequenceEnd();
        }
        after.explicit(TRAILING_PADDING, "OB", 2L);
        InputStream in = new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(pixels.toArray())),
                new SequenceInputStream(
                        new Zeros(length),
                        new ByteArrayInputStream(Arrays.copyOf(after.toArray(), after.toArray().length + 2))));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadAllocatedBytes();
        DataSet read = Part10.read(in, ReadOptions.ALL.withOnly(Tag.ROWS, TRAILING_PADDING))
                .dataSet();
        long cost = threads.getCurrentThreadAllocatedBytes() - start;
        assertEquals(2, read.size());
        assertEquals(2, read.bytes(TRAILING_PADDING).length());
        assertTrue(cost < 1_000_000, cost + " bytes allocated");
    }

    /** So many zero bytes, of which no array is made. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(most, left);
            left -= count;
            return count;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.min(count, left);
            left -= skipped;
            return skipped;
        }
    }

    @Test
    void aDeflatedFileIsFilteredToo() throws DicomException {
        DicomFile file = DicomFile.of(CtInstance.create(64, 64), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] deflated = Part10.toBytes(Transcoder.to(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, file));
        ReadOptions options = ReadOptions.ALL.withOnly(Tag.ROWS, Tag.PIXEL_DATA);
        assertEquals(
                cut(file.dataSet(), options.only().orElseThrow()),
                Part10.read(deflated, options).dataSet());
    }

    @Test
    void aFileThatEndsInsideWhatIsSkippedIsNoted() throws IOException {
        DicomFile file = DicomFile.of(CtInstance.create(256, 256), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] bytes = Part10.toBytes(file);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1000);
        DicomFile read =
                Part10.read(new ByteArrayInputStream(cut), ReadOptions.ALL.withOnly(Tag.ROWS, TRAILING_PADDING));
        assertEquals(3, read.dataSet().size());
        assertTrue(read.notes().toString().contains("PixelData should have 131072 bytes"), read.notes()::toString);
    }
}
