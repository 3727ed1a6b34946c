package org.farfield.workstation.study.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.farfield.dicom.network.service.ArrivalFolder;

/**
 * Enciphers files of a folder and of the folders beside it, or deciphers them, in their places: each is written anew,
 * forced to the disk and renamed. Stopped at any moment it goes on from there when it is run again, and until then
 * nobody else opens the folder. No other program may use the folder meanwhile.
 */
public final class VaultConversion {
    private static final String UNFINISHED = ".conversion";

    private final Vault vault;
    private final boolean enciphers;

    private VaultConversion(Vault vault, boolean enciphers) {
        this.vault = vault;
        this.enciphers = enciphers;
    }

    /** Begins, or goes on with, enciphering a folder. */
    public static VaultConversion enciphering(Path folder, char[] passphrase) throws IOException {
        Vault vault = Vault.at(folder);
        if (vault.enciphered()) {
            if (KeyFile.read(vault.folder()).state() == KeyFile.State.READY) {
                throw new IOException(folder + ": it is enciphered already");
            }
            vault.resume(KeyFile.State.ENCIPHERING, passphrase);
        } else {
            vault.begin(passphrase);
        }
        return new VaultConversion(vault, true);
    }

    /** Begins, or goes on with, deciphering a folder. */
    public static VaultConversion deciphering(Path folder, char[] passphrase) throws IOException {
        Vault vault = Vault.at(folder);
        if (!vault.enciphered()) {
            throw new IOException(folder + ": it is not enciphered");
        }
        vault.resume(KeyFile.State.DECIPHERING, passphrase);
        return new VaultConversion(vault, false);
    }

    /** Whether a folder was left with only a part of its files converted. */
    public static boolean isHalfDone(Path folder) throws IOException {
        Path bare = Vault.at(folder).folder();
        return KeyFile.isIn(bare) && KeyFile.read(bare).state() != KeyFile.State.READY;
    }

    /** How texts beside the files are to be kept from now on. */
    public TextSeal after() throws IOException {
        return enciphers ? seal() : TextSeal.NONE;
    }

    /** How texts beside the files were kept. */
    public TextSeal before() throws IOException {
        return enciphers ? TextSeal.NONE : seal();
    }

    private TextSeal seal() throws IOException {
        return TextSeal.with(vault.keys(vault.folder()));
    }

    /** Converts a file that is not converted yet; whether it had to be. */
    public boolean convert(Path file) throws IOException {
        boolean needed = Files.size(file) > 0 && isEnciphered(file) != enciphers;
        if (needed) {
            rewrite(file);
        }
        return needed;
    }

    private boolean isEnciphered(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(vault.through(file))) {
            return in.read() >= 0;
        } catch (StreamCorruptedException e) {
            return false;
        }
    }

    private void rewrite(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + UNFINISHED);
        Path from = enciphers ? file : vault.through(file);
        Path to = enciphers ? vault.through(beside) : beside;
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(
                        to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                OutputStream stream = Channels.newOutputStream(out)) {
            in.transferTo(stream);
            out.force(true);
        } catch (StreamCorruptedException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ArrivalFolder.force(file.getParent());
    }

    /** Ends it: everybody may open the folder. */
    public void end() throws IOException {
        if (enciphers) {
            vault.ready();
        } else {
            vault.forget();
        }
    }
}
