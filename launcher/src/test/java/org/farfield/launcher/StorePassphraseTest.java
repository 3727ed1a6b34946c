package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorePassphraseTest {
    @TempDir
    private Path home;

    private String find(Map<String, String> environment) throws IOException {
        return new String(new StorePassphrase(environment, home).find("passphrase: "));
    }

    @Test
    void itIsTheFirstLineOfAFileOrOfWhatAProgramPrints() throws IOException {
        Path file = Files.writeString(home.resolve("secret"), "高原 in spring \nsecond line\n");
        assertEquals("高原 in spring ", find(Map.of("FARFIELD_PASSPHRASE_FILE", file.toString())));
        assertEquals("高原 in spring ", find(Map.of("FARFIELD_PASSPHRASE_COMMAND", "cat " + file)));
        Files.writeString(home.resolve("passphrase-command"), "cat\n" + file + "\n");
        assertEquals("高原 in spring ", find(Map.of()));
    }

    @Test
    void whatGivesNoneIsNamed() throws IOException {
        Path empty = Files.createFile(home.resolve("empty"));
        Map<String, String> nothing = Map.of("FARFIELD_PASSPHRASE_FILE", empty.toString());
        assertEquals(empty + ": holds no passphrase", refusal(nothing));
        assertEquals(
                "false: gave no passphrase and ended with 1", refusal(Map.of("FARFIELD_PASSPHRASE_COMMAND", "false")));
        assertTrue(refusal(Map.of("FARFIELD_PASSPHRASE_COMMAND", "farfield-no-such-program"))
                .contains("farfield-no-such-program"));
    }

    private String refusal(Map<String, String> environment) {
        return String.valueOf(
                assertThrows(IOException.class, () -> find(environment)).getMessage());
    }
}
