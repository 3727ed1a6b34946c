package org.farfield.workstation.study.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final char[] PASSPHRASE = "plateau in spring".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void aKeyComesBackAndCharactersMayBeComposedEitherWay() throws IOException {
        byte[] key = CipherKeys.random(CipherKeys.KEY_BYTES);
        KeyFile.of(KeyFile.State.READY, key, "Müller's key".toCharArray()).write(folder);
        assertArrayEquals(key, KeyFile.read(folder).open("Mu\u0308ller's key".toCharArray()));
    }

    @Test
    void aChangedKeyFileIsRefused() throws IOException {
        KeyFile.of(KeyFile.State.READY, CipherKeys.random(CipherKeys.KEY_BYTES), PASSPHRASE)
                .write(folder);
        String text = Files.readString(folder.resolve(KeyFile.NAME));
        change(text.replace("passes = 3", "passes = 2"));
        assertThrows(WrongPassphraseException.class, () -> KeyFile.read(folder).open(PASSPHRASE));
        assertRefused(text.replace("memory = 65536", "memory = 999999999"), "memory is not between 1 and 2097152");
        assertRefused(text.replace("passes = 3", "passes = 0"), "passes is not between 1 and 64");
        assertRefused(text.replaceFirst("key = ..", "key = "), "key is not of 60 bytes");
        assertRefused(text.replace("ready", "open"), "OPEN");
        assertRefused("", "State");
    }

    private void change(String text) throws IOException {
        Files.writeString(folder.resolve(KeyFile.NAME), text);
    }

    private void assertRefused(String text, String why) throws IOException {
        change(text);
        String said = String.valueOf(
                assertThrows(IOException.class, () -> KeyFile.read(folder)).getMessage());
        assertTrue(said.startsWith(folder.resolve(KeyFile.NAME) + ": this is no key of a store: "), said);
        assertTrue(said.contains(why), said);
        assertEquals(-1, said.indexOf('\n'));
    }
}
