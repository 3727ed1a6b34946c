package org.farfield.workstation.study.vault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A folder whose files may be enciphered at rest. {@link #root} is the folder for everybody who reads and writes there:
 * of an enciphered folder it is a path of a file system of its own, through which files, and those of the folders
 * beside it, look as if they were not enciphered. One vault a folder in a process. Any thread.
 */
public final class Vault {
    /** Fewer characters are no secret (NIST SP 800-63B, 5.1.1.2). */
    public static final int LEAST_PASSPHRASE = 8;

    private static final ConcurrentHashMap<Path, Vault> VAULTS = new ConcurrentHashMap<>();

    private final Path folder;
    private final CipherFileSystem files;
    private final AtomicReference<@Nullable CipherKeys> keys = new AtomicReference<>();

    private Vault(Path folder) {
        this.folder = folder;
        this.files = new CipherFileSystem(folder.getFileSystem(), this);
    }

    /** The vault of a folder, which need not be there yet, or be enciphered. */
    public static Vault at(Path folder) {
        return folder instanceof CipherPath path
                ? at(path.real())
                : VAULTS.computeIfAbsent(folder.toAbsolutePath().normalize(), Vault::new);
    }

    /** How texts beside the files of a folder are kept from readers; fails while the folder is locked. */
    public static TextSeal texts(Path root) throws IOException {
        return root instanceof CipherPath path ? TextSeal.with(at(path.real()).keys(path.real())) : TextSeal.NONE;
    }

    /** The file itself, as it lies on the disk. */
    public static Path onDisk(Path file) {
        return file instanceof CipherPath path ? path.real() : file;
    }

    /** The folder, for readers and writers. */
    public Path root() {
        return enciphered() ? new CipherPath(files, folder) : folder;
    }

    /** Whether it has a key. */
    public boolean enciphered() {
        return KeyFile.isIn(folder);
    }

    /** Whether its files cannot be read for want of a passphrase. */
    public boolean locked() {
        return enciphered() && keys.get() == null;
    }

    /**
     * Opens it for this process.
     *
     * @throws WrongPassphraseException when the passphrase is another one
     */
    public void unlock(char[] passphrase) throws IOException {
        KeyFile file = KeyFile.read(folder);
        if (file.state() != KeyFile.State.READY) {
            String word = file.state() == KeyFile.State.ENCIPHERING ? "encrypt" : "decrypt";
            throw new IOException(folder + ": its encryption was being changed and that did not end; run 'store " + word
                    + "' once more");
        }
        keys.set(new CipherKeys(file.open(passphrase)));
    }

    /** Wraps its key by another passphrase; the files stay as they are. */
    public void changePassphrase(char[] before, char[] after) throws IOException {
        checkStrength(after);
        KeyFile file = KeyFile.read(folder);
        byte[] key = file.open(before);
        KeyFile.of(file.state(), key, after).write(folder);
        Arrays.fill(key, (byte) 0);
    }

    private static void checkStrength(char[] passphrase) throws IOException {
        if (passphrase.length < LEAST_PASSPHRASE) {
            throw new IOException("a passphrase has " + LEAST_PASSPHRASE + " characters at least");
        }
    }

    CipherKeys keys(Path file) throws AccessDeniedException {
        CipherKeys known = keys.get();
        if (known == null) {
            throw new AccessDeniedException(
                    file.toString(), null, "the store is enciphered, and locked until its passphrase is given");
        }
        return known;
    }

    /** Gives an unenciphered folder a key; its files are to be enciphered then. */
    void begin(char[] passphrase) throws IOException {
        checkStrength(passphrase);
        if (enciphered()) {
            throw new IOException(folder + ": it is enciphered already");
        }
        Files.createDirectories(folder);
        byte[] key = CipherKeys.random(CipherKeys.KEY_BYTES);
        KeyFile.of(KeyFile.State.ENCIPHERING, key, passphrase).write(folder);
        keys.set(new CipherKeys(key));
    }

    /** Goes on with what was begun, or begins the other way, whatever the state. */
    void resume(KeyFile.State towards, char[] passphrase) throws IOException {
        KeyFile file = KeyFile.read(folder);
        keys.set(new CipherKeys(file.open(passphrase)));
        if (file.state() != KeyFile.State.READY && file.state() != towards) {
            throw new IOException(folder + ": it was " + file.state().name().toLowerCase(Locale.ROOT)
                    + " and that did not end; end that first");
        }
        file.with(towards).write(folder);
    }

    void ready() throws IOException {
        KeyFile.read(folder).with(KeyFile.State.READY).write(folder);
    }

    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(KeyFile.NAME));
        keys.set(null);
    }

    Path folder() {
        return folder;
    }

    /** A place through this vault's glasses, whether it has a key or not. */
    Path through(Path file) {
        return new CipherPath(files, file);
    }
}
