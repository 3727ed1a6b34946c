package org.farfield.workstation.study.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.vault.Vault;
import org.farfield.workstation.study.vault.VaultConversion;
import org.farfield.workstation.study.vault.WrongPassphraseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is true of a store is true of an enciphered one, and nobody reads it without the passphrase. */
class EncipheredStoreTest extends StudyStoreTest {
    private static final char[] PASSPHRASE = "plateau in spring".toCharArray();

    /** One key for most tests, since a passphrase takes its time on purpose. */
    @TempDir
    static Path shared;

    @TempDir
    private Path home;

    @Override
    protected Path rootIn(Path empty) throws IOException {
        if (!Vault.at(shared).enciphered()) {
            StoreEncryption.encrypt(shared, PASSPHRASE, done -> {});
        }
        for (Path file : files(shared)) {
            if (!file.endsWith("store.key")) {
                Files.delete(file);
            }
        }
        return Vault.at(shared).root();
    }

    @Test
    void nothingOnTheDiskSaysWhoThePatientIs() throws IOException {
        try (StudyStore store = open()) {
            receive(store, instance(7, 9, "Wang^XiaoDong"));
            new LiveDraft(folder).write("Wang^XiaoDong has a draft");
            for (Path file : files(Vault.onDisk(folder))) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret :
                        List.of("Wang", "XIAODONG", "xiaodong", "20260107", "1.2.7", "1.3.7", "1.4.7.9", "DICM")) {
                    assertFalse(bytes.contains(secret), file + " says " + secret);
                }
            }
        }
    }

    private record LiveDraft(Path store) {
        void write(String text) throws IOException {
            DraftFolder drafts = new DraftFolder(store.resolve("inner").resolve("drafts"));
            Path file = drafts.file("test", "1");
            drafts.write(file, text.getBytes(StandardCharsets.UTF_8));
            assertEquals(text, Files.readString(file));
        }
    }

    @Test
    void aStoreBecomesEncipheredWithWhatReadersDidAndComesBackAsItWas() throws IOException {
        Path plain = home.resolve("store");
        try (StudyStore store = StudyStore.open(plain)) {
            receive(store, instance(1, 1, "Wang^XiaoDong=王^小东"));
            receive(store, instance(2, 1, "Müller^Eva"));
            store.mark("1.2.1", StudyMark.UNREAD, false);
            store.mark("1.2.2", StudyMark.LOCKED, true);
            store.setQuota(1_000_000);
        }
        Path draft = DraftFolder.beside(plain).file("report", "1.2.1");
        DraftFolder.beside(plain).write(draft, new byte[] {1, 2, 3});
        Files.writeString(home.resolve("drafts").resolve("letter.txt"), "not Farfield's");
        Map<String, byte[]> before = contents(home);
        List<StoredStudy> studies = studies(plain);

        StoreEncryption.encrypt(plain, PASSPHRASE, done -> {});
        Path root = Vault.at(plain).root();
        assertEquals("not Farfield's", Files.readString(home.resolve("drafts").resolve("letter.txt")));
        assertEquals(studies, studies(root), "found, marked and counted as before");
        assertArrayEquals(
                new byte[] {1, 2, 3},
                Files.readAllBytes(root.resolveSibling("drafts").resolve(draft.getFileName())));
        assertEquals(
                plain + ": it is enciphered already",
                refusal(() -> StoreEncryption.encrypt(plain, PASSPHRASE, done -> {})));

        assertThrows(
                WrongPassphraseException.class,
                () -> StoreEncryption.decrypt(plain, "plateau in winter".toCharArray(), done -> {}));
        StoreEncryption.decrypt(plain, PASSPHRASE, done -> {});
        assertEquals(plain.toAbsolutePath(), Vault.at(plain).root());
        assertEquals(studies, studies(plain));
        Map<String, byte[]> after = contents(home);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }

    @Test
    void aConversionThatWasStoppedGoesOnAndNobodyOpensTheStoreMeanwhile() throws IOException {
        Path plain = home.resolve("store");
        try (StudyStore store = StudyStore.open(plain)) {
            for (int number = 1; number <= 3; number++) {
                receive(store, instance(1, number, "A"));
            }
        }
        for (boolean there : new boolean[] {true, false}) {
            assertThrows(
                    Stopped.class,
                    () -> convert(plain, there, done -> {
                        if (done == 2) {
                            throw new Stopped();
                        }
                    }));
            assertTrue(VaultConversion.isHalfDone(plain));
            String refusal = refusal(() -> Vault.at(plain).unlock(PASSPHRASE));
            assertTrue(refusal.contains(there ? "'store encrypt' once more" : "'store decrypt' once more"), refusal);
            convert(plain, there, done -> {});
            assertEquals(3, studies(Vault.at(plain).root()).getFirst().instances());
        }
    }

    private static void convert(Path folder, boolean enciphers, java.util.function.IntConsumer progress)
            throws IOException {
        if (enciphers) {
            StoreEncryption.encrypt(folder, PASSPHRASE, progress);
        } else {
            StoreEncryption.decrypt(folder, PASSPHRASE, progress);
        }
    }

    /** What a power cut is to the program. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void anotherPassphraseOpensTheSameFiles() throws IOException {
        Path store = home.resolve("store");
        StoreEncryption.encrypt(store, PASSPHRASE, done -> {});
        Vault vault = Vault.at(store);
        try (StudyStore opened = StudyStore.open(vault.root())) {
            receive(opened, instance(1, 1, "A"));
        }
        char[] other = "summer on the plateau".toCharArray();
        assertThrows(IOException.class, () -> vault.changePassphrase(PASSPHRASE, "short".toCharArray()));
        vault.changePassphrase(PASSPHRASE, other);
        assertThrows(WrongPassphraseException.class, () -> vault.unlock(PASSPHRASE));
        vault.unlock(other);
        assertEquals(1, studies(vault.root()).size());
    }

    @Test
    void withoutThePassphraseTheStoreSaysThatItIsLocked() throws IOException {
        Path copy = home.resolve("copy");
        try (StudyStore store = open()) {
            receive(store, instance(1, 1, "A"));
        }
        Path from = Vault.onDisk(folder);
        for (Path file : files(from)) {
            Path to = copy.resolve(from.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
        Vault vault = Vault.at(copy);
        assertTrue(vault.locked());
        String refusal = refusal(() -> StudyStore.open(vault.root()));
        assertTrue(refusal.contains("locked until its passphrase is given"), refusal);
        vault.unlock(PASSPHRASE);
        assertEquals(1, studies(vault.root()).size());
    }

    private static String refusal(Executable executable) {
        return String.valueOf(assertThrows(IOException.class, executable).getMessage());
    }

    private static List<StoredStudy> studies(Path root) throws IOException {
        try (StudyStore store = StudyStore.open(root)) {
            return store.find(StudyFilter.ALL);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Of all files but the index, whose bytes say when it was written. */
    private static Map<String, byte[]> contents(Path root) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Path file : files(root)) {
            if (!String.valueOf(file.getFileName()).startsWith("index.db")) {
                contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
