package org.farfield.workstation.study.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.farfield.dicom.Part10;
import org.farfield.dicom.network.service.ArrivalFolder;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.vault.Vault;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was acknowledged is there after the program was killed, and after a power cut took what was not forced. */
class KilledStoreTest {
    private static final int KILLS = 3;

    @TempDir
    private Path disk;

    private Path folder = Path.of("");

    private void makeStore(boolean enciphered) throws IOException {
        if (enciphered) {
            StoreEncryption.encrypt(disk, KilledReceiver.PASSPHRASE.toCharArray(), done -> {});
        }
        folder = KilledReceiver.root(disk);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReceiverThatIsKilledAtAnyMomentLosesNothingItAcknowledged(boolean enciphered) throws Exception {
        makeStore(enciphered);
        Random random = new Random(20_261_122);
        int safe = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process receiver = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledReceiver.class.getName(),
                            disk.toString(),
                            Integer.toString(safe + 1))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int most = safe + 20 + random.nextInt(60);
            try (BufferedReader lines = receiver.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    safe = Integer.parseInt(line);
                    if (safe == most) {
                        receiver.toHandle().destroyForcibly();
                    }
                }
            }
            assertTrue(receiver.waitFor(10, TimeUnit.SECONDS));
            assertTrue(safe >= most, "the receiver ended by itself after " + safe);
            assertWhole(safe);
        }
    }

    /** One more may be there than was acknowledged: the one whose number could not be printed any more. */
    private void assertWhole(int safe) throws IOException {
        try (StudyStore store = StudyStore.open(folder)) {
            List<Path> files = Stream.of("1.2.3.0", "1.2.3.1")
                    .flatMap(study -> files(store, study))
                    .toList();
            assertTrue(files.size() == safe || files.size() == safe + 1, files.size() + " of " + safe);
            for (int number = 1; number <= safe; number++) {
                assertTrue(store.contains("1.2.3." + number % 2, "1.2.3.4." + number % 5, KilledReceiver.uid(number)));
            }
            for (Path file : files) {
                String uid = Part10.read(file).sopInstanceUid();
                int number = Integer.parseInt(uid.substring(uid.lastIndexOf('.') + 1));
                assertEquals(
                        KilledReceiver.file(number).dataSet(), Part10.read(file).dataSet());
            }
            assertEquals(List.of(), store.catchUp().problems());
        }
        assertFalse(Files.exists(folder.resolve(ArrivalFolder.NAME)), "nothing is left of those that were killed");
    }

    private static Stream<Path> files(StudyStore store, String study) {
        try {
            return store.files(study).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterAPowerCutAWholeFileWithoutItsPlaceGetsItAndATornOneIsDropped(boolean enciphered) throws IOException {
        makeStore(enciphered);
        byte[] sealed;
        Path place = new LocalStore(folder).instanceFile("1.2.3.1", "1.2.3.4.1", KilledReceiver.uid(1));
        try (StudyStore store = StudyStore.open(folder);
                StoreReception reception = (StoreReception) store.begin(StudyStoreTest.origin())) {
            reception.out().write(KilledReceiver.sealed(Part10.toBytes(KilledReceiver.file(1))));
            assertTrue(reception.place());
            sealed = Files.readAllBytes(Vault.onDisk(place));
        }
        Files.delete(place);
        Path dead = Files.createDirectories(disk.resolve(ArrivalFolder.NAME).resolve("1234"));
        Files.write(dead.resolve("7.part"), sealed);
        Files.write(dead.resolve("8.part"), Arrays.copyOf(sealed, sealed.length - 1));
        Files.write(dead.resolve("9.part"), new byte[0]);
        try (StudyStore store = StudyStore.open(folder)) {
            assertEquals(List.of(place), store.files("1.2.3.1"));
        }
        assertEquals(KilledReceiver.file(1).dataSet(), Part10.read(place).dataSet());
        assertFalse(Files.exists(dead));
    }
}
