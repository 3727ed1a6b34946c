package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.codec.Transcoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged files end in a data set or in a {@link DicomException}: no other exception, no hang, no great allocation. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MutationTest {
    private static final long SEED = 20261122;
    private static final int ROUNDS = 1500;
    private static final ReadOptions SMALL = new ReadOptions(false, 4 << 20, 64, 100_000);

    @Test
    void damagedFilesOfOurOwnDoNoHarm() throws DicomException {
        Random random = new Random(SEED);
        DicomFile file = DicomFile.of(CtInstance.create(24, 16), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        file.dataSet()
                .newItem(Tag.CONTENT_SEQUENCE)
                .newItem(Tag.CONTENT_SEQUENCE)
                .set(Tag.TEXT_VALUE, "王");
        List<byte[]> originals = new ArrayList<>();
        for (TransferSyntax syntax : Part10WritingTest.written()) {
            originals.add(Part10.toBytes(Transcoder.to(syntax, file)));
        }
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] original = originals.get(round % originals.size());
            read += survives(mutated(original, random)) ? 1 : 0;
        }
        assertTrue(read > ROUNDS / 2 && read < ROUNDS, read + " of " + ROUNDS + " were still read");
    }

    @Test
    void damagedRealFilesDoNoHarm() throws IOException {
        Random random = new Random(SEED);
        List<byte[]> originals = new ArrayList<>();
        for (String folder : List.of("charset", "malformed", "dicomdir", "sr-seg-rt-ecg", "transfer-syntax")) {
            for (Path path : SharedData.files(folder)) {
                if (Files.size(path) < 20_000) {
                    originals.add(Files.readAllBytes(path));
                }
            }
        }
        assertFalse(originals.isEmpty());
        for (int round = 0; round < ROUNDS * 3; round++) {
            survives(mutated(originals.get(random.nextInt(originals.size())), random));
        }
    }

    /** Reads everything of a file; true when it could be read. */
    private static boolean survives(byte[] bytes) {
        try {
            DicomFile file = Part10.read(bytes, SMALL);
            visit(file.dataSet());
            SliceAttributes.of(file.dataSet());
            Part10.toBytes(new DicomFile(file.meta(), file.dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            pixels(file);
            return true;
        } catch (DicomException expected) {
            return false;
        }
    }

    private static void pixels(DicomFile file) {
        try {
            PixelFrames frames = PixelFrames.of(file);
            if (frames.format().samplesPerFrame() < 1 << 20) {
                frames.decode(0);
                frames.decode(frames.count() - 1);
            }
        } catch (DicomException expected) {
            assertFalse(String.valueOf(expected.getMessage()).isEmpty());
        }
    }

    private static void visit(DataSet dataSet) {
        for (Element element : dataSet) {
            dataSet.strings(element.tag());
            dataSet.decimals(element.tag());
            dataSet.integers(element.tag());
            dataSet.personName(element.tag());
            dataSet.sequence(element.tag()).forEach(MutationTest::visit);
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int from = random.nextInt(3) == 0 ? 0 : 132;
        for (int change = random.nextInt(6); change >= 0 && bytes.length > from; change--) {
            int at = from + random.nextInt(bytes.length - from);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xFF);
                default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
        }
        return bytes;
    }
}
