package org.farfield.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.store.StudyStore;

/** Every member of {@code farfield store}: the studies kept on this machine. */
final class StoreCommands {
    static final Set<String> FOLDER = Set.of("--store");
    static final String USAGE = "[--store DIR]";

    private StoreCommands() {}

    static Subcommand group() {
        return new GroupCommand(
                "store",
                List.of(
                        new StoreAddCommand(),
                        new StoreFindCommand(),
                        new StoreExportCommand(),
                        new StoreMarkCommand(),
                        new StoreReindexCommand(),
                        new StoreEvictCommand(),
                        new StoreQuotaCommand(),
                        new StoreEncryptCommand(true),
                        new StoreEncryptCommand(false),
                        new StorePassphraseCommand()));
    }

    /** The folder that {@code --store} names, or this user's own. */
    static Path folder(Arguments arguments) throws WrongUsage {
        return arguments.value("--store").isPresent()
                ? DicomFiles.path(arguments.required("--store"))
                : StateFolder.ofEnvironment().store();
    }

    static StudyStore open(Arguments arguments) throws WrongUsage, Failed {
        Path folder = folder(arguments);
        try {
            return StudyStore.open(StorePassphrase.unlocked(folder));
        } catch (IOException e) {
            throw new Failed("the store " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
