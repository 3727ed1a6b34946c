package org.farfield.launcher;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.farfield.workstation.study.vault.Vault;

/**
 * Where the passphrase of an enciphered store comes from: the first line of the file that
 * {@code $FARFIELD_PASSPHRASE_FILE} names, or what a program prints, such as one that asks the operating system's key
 * store ({@code $FARFIELD_PASSPHRASE_COMMAND}, or the file {@code passphrase-command} of the state folder), or the
 * terminal.
 *
 * @param home the state folder
 */
record StorePassphrase(Map<String, String> environment, Path home) {
    private static final String FILE = "FARFIELD_PASSPHRASE_FILE";
    private static final String COMMAND = "FARFIELD_PASSPHRASE_COMMAND";
    private static final String COMMAND_FILE = "passphrase-command";
    private static final int MOST_BYTES = 4096;
    private static final int PATIENCE_SECONDS = 120;

    static StorePassphrase ofEnvironment() {
        return new StorePassphrase(System.getenv(), StateFolder.ofEnvironment().root());
    }

    /** The folder of a store as readers and writers see it, opened by its passphrase where it has one. */
    static Path unlocked(Path store) throws IOException {
        Vault vault = Vault.at(store);
        if (vault.locked()) {
            char[] passphrase = ofEnvironment().find("passphrase of " + store + ": ");
            vault.unlock(passphrase);
            Arrays.fill(passphrase, ' ');
        }
        return vault.root();
    }

    /**
     * Opens the store without asking a person, where a file or a program knows its passphrase.
     *
     * @return the folder as readers and writers see it, which may be locked still
     */
    static Path unlockedIfKnown(Path store) throws IOException {
        Vault vault = Vault.at(store);
        Optional<char[]> known = vault.locked() ? ofEnvironment().known() : Optional.empty();
        if (known.isPresent()) {
            vault.unlock(known.get());
        }
        return vault.root();
    }

    /** From a file, a program or the terminal. */
    char[] find(String prompt) throws IOException {
        Optional<char[]> known = known();
        return known.isPresent() ? known.get() : ask(prompt);
    }

    /** A new one, asked for twice where a person types it. */
    char[] findNew() throws IOException {
        Optional<char[]> known = known();
        return known.isPresent() ? known.get() : askNew();
    }

    static char[] askNew() throws IOException {
        char[] once = ask("new passphrase: ");
        if (!Arrays.equals(once, ask("once more: "))) {
            throw new IOException("the two passphrases are not the same");
        }
        return once;
    }

    /** From a file or a program. */
    private Optional<char[]> known() throws IOException {
        Optional<String> file = set(FILE);
        if (file.isPresent()) {
            return Optional.of(ofFile(Path.of(file.get())));
        }
        Path written = home.resolve(COMMAND_FILE);
        Optional<String> command = set(COMMAND);
        if (command.isEmpty() && Files.isRegularFile(written)) {
            command = Optional.of(Files.readString(written));
        }
        return command.isPresent() ? Optional.of(ofCommand(command.get())) : Optional.empty();
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    static char[] ofFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return firstLine(in.readNBytes(MOST_BYTES), file.toString());
        }
    }

    private static char[] ofCommand(String command) throws IOException {
        List<String> words = List.of(command.strip().split("\\s+"));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(words.getFirst() + ": gave no passphrase in " + PATIENCE_SECONDS + " seconds");
            }
            if (process.exitValue() != 0) {
                throw new IOException(words.getFirst() + ": gave no passphrase and ended with " + process.exitValue());
            }
            return firstLine(process.getInputStream().readNBytes(MOST_BYTES), words.getFirst());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(words.getFirst() + ": interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static char[] firstLine(byte[] bytes, String source) throws IOException {
        String line =
                new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        Arrays.fill(bytes, (byte) 0);
        if (line.isEmpty()) {
            throw new IOException(source + ": holds no passphrase");
        }
        return line.toCharArray();
    }

    private static char[] ask(String prompt) throws IOException {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", prompt))
                .orElseThrow(
                        () -> new IOException("a passphrase is needed: it is asked for at a terminal, or comes from $"
                                + FILE + " or $" + COMMAND));
    }
}
