package org.farfield.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalFolderTest {
    @TempDir
    private Path root;

    @Test
    void aSealIsTrueOnlyOfTheWholeFile() throws IOException {
        byte[] sealed = write(content(5000));
        assertTrue(isWhole(sealed));
        for (int length = 0; length < sealed.length; length += 7) {
            assertFalse(isWhole(Arrays.copyOf(sealed, length)), "cut to " + length);
        }
        assertFalse(isWhole(Arrays.copyOf(sealed, sealed.length + 1)));
        Random random = new Random(20_261_122);
        for (int i = 0; i < 200; i++) {
            byte[] changed = sealed.clone();
            int at = i < 20 ? i : 128 + random.nextInt(sealed.length - 128);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertFalse(isWhole(changed), "another bit at " + at);
        }
    }

    @Test
    void bytesComeInAnyPieces() throws IOException {
        byte[] whole = write(content(1000));
        Path file;
        try (ArrivalFolder folder = ArrivalFolder.open(root);
                ArrivalFolder.Arrival arrival = folder.begin()) {
            for (byte one : content(1000)) {
                arrival.out().write(one);
            }
            arrival.force();
            file = root.resolve("placed");
            arrival.moveTo(file);
        }
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void aFileThatDoesNotAskForASealIsWrittenAsItComes() throws IOException {
        byte[] bytes = new byte[300];
        new Random(7).nextBytes(bytes);
        assertArrayEquals(bytes, write(bytes));
        assertFalse(isWhole(bytes));
    }

    @Test
    void whatALivingProgramReceivesIsLeftAloneAndNothingRemainsWhenItEnds() throws IOException {
        List<Path> left = new ArrayList<>();
        try (ArrivalFolder folder = ArrivalFolder.open(root);
                ArrivalFolder.Arrival arrival = folder.begin()) {
            arrival.out().write(content(100));
            arrival.force();
            ArrivalFolder.recover(root, left::add);
            assertTrue(Files.exists(arrival.file()));
        }
        assertEquals(List.of(), left);
        assertFalse(Files.exists(root.resolve(ArrivalFolder.NAME)));
    }

    @Test
    void aLinkedFileKeepsItsNameHereUntilItsFolderIsForced() throws IOException {
        Path place = Files.createDirectory(root.resolve("series"));
        try (ArrivalFolder folder = ArrivalFolder.open(root)) {
            List<Path> names = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                try (ArrivalFolder.Arrival arrival = folder.begin()) {
                    arrival.out().write(content(200));
                    arrival.force();
                    Files.createLink(place.resolve(i + ".dcm"), arrival.file());
                    arrival.linkedInto(place);
                    names.add(arrival.file());
                }
            }
            assertEquals(8, names.stream().filter(Files::exists).count());
            folder.settle();
            assertEquals(0, names.stream().filter(Files::exists).count());
        }
        try (Stream<Path> kept = Files.list(place)) {
            assertEquals(40, kept.count());
        }
    }

    private boolean isWhole(byte[] bytes) throws IOException {
        return Seal.isWhole(Files.write(root.resolve("tried"), bytes));
    }

    private byte[] write(byte[] bytes) throws IOException {
        Path file = root.resolve("written");
        try (ArrivalFolder folder = ArrivalFolder.open(root);
                ArrivalFolder.Arrival arrival = folder.begin()) {
            arrival.out().write(bytes);
            arrival.force();
            arrival.moveTo(file);
        }
        return Files.readAllBytes(file);
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[128 + bytes];
        for (int i = 128; i < content.length; i++) {
            content[i] = (byte) (i * 31);
        }
        Seal.ask(content);
        return content;
    }
}
