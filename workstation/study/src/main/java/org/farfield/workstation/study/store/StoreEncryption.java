package org.farfield.workstation.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.farfield.dicom.network.service.ArrivalFolder;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.vault.Vault;
import org.farfield.workstation.study.vault.VaultConversion;

/**
 * Enciphers a store that is there, with its index and the drafts beside it, and deciphers one. What readers did with
 * the studies (unread, locked, unsent) stays. No other program may use the store meanwhile; stopped at any moment it
 * goes on from there when it is asked for again.
 */
public final class StoreEncryption {
    private static final String INDEX = "index.db";
    private static final String UNFINISHED = "index.db.conversion";

    private StoreEncryption() {}

    /**
     * Enciphers a store; an empty one is made where there is none.
     *
     * @param progress hears how many files are done
     */
    public static void encrypt(Path folder, char[] passphrase, IntConsumer progress) throws IOException {
        if (!Vault.at(folder).enciphered()) {
            StudyStore.open(folder).close();
            checkUnused(folder);
        }
        convert(folder, VaultConversion.enciphering(folder, passphrase), progress);
    }

    /**
     * Deciphers a store.
     *
     * @param progress hears how many files are done
     */
    public static void decrypt(Path folder, char[] passphrase, IntConsumer progress) throws IOException {
        Vault vault = Vault.at(folder);
        if (vault.enciphered() && !VaultConversion.isHalfDone(folder)) {
            vault.unlock(passphrase);
            StudyStore.open(vault.root()).close();
            checkUnused(folder);
        }
        convert(folder, VaultConversion.deciphering(folder, passphrase), progress);
    }

    private static void checkUnused(Path folder) throws IOException {
        if (Files.exists(folder.resolve(ArrivalFolder.NAME))) {
            throw new IOException(folder + ": another program receives into this store; end it first");
        }
    }

    private static void convert(Path folder, VaultConversion conversion, IntConsumer progress) throws IOException {
        int done = 0;
        for (Path file : files(folder)) {
            if (conversion.convert(file)) {
                progress.accept(++done);
            }
        }
        Path index = folder.resolve(INDEX);
        Path unfinished = folder.resolve(UNFINISHED);
        if (IndexSchema.isSealed(index) != conversion.after().seals()) {
            try (StoreIndex before = StoreIndex.open(index, conversion.before());
                    StoreIndex after = StoreIndex.open(unfinished, conversion.after())) {
                before.copyInto(after);
            }
            Files.move(unfinished, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            ArrivalFolder.force(folder);
        }
        conversion.end();
    }

    /** What Farfield wrote, and nothing else that may lie there. */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path series : StoreFiles.seriesFolders(folder)) {
            files.addAll(StoreFiles.instances(series));
        }
        files.addAll(DraftFolder.beside(folder).all());
        Path settings = folder.resolve(StoreSettings.NAME);
        if (Files.exists(settings)) {
            files.add(settings);
        }
        return files;
    }
}
