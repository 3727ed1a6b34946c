package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.store.StoreEncryption;
import org.farfield.workstation.study.vault.Vault;
import org.farfield.workstation.study.vault.VaultConversion;

/** {@code farfield store encrypt} and {@code decrypt}: a store's files, index and drafts, in their places. */
final class StoreEncryptCommand implements Subcommand {
    private static final int TELL_EVERY = 1000;

    private final boolean enciphers;

    /** @param enciphers false for the way back */
    StoreEncryptCommand(boolean enciphers) {
        this.enciphers = enciphers;
    }

    @Override
    public String name() {
        return enciphers ? "encrypt" : "decrypt";
    }

    @Override
    public String usage() {
        return StoreCommands.USAGE
                + (enciphers
                        ? "   encipher the store by a passphrase (AES-256-GCM); end other programs that use it"
                        : "   make an enciphered store readable for everybody again");
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, StoreCommands.FOLDER, Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage(name() + " takes no " + arguments.words().getFirst());
        }
        Path folder = StoreCommands.folder(arguments);
        int[] count = new int[1];
        try {
            StorePassphrase source = StorePassphrase.ofEnvironment();
            boolean fresh = enciphers && !Vault.at(folder).enciphered();
            if (VaultConversion.isHalfDone(folder)) {
                err.println("farfield store " + name() + ": going on with what was begun");
            }
            char[] passphrase = fresh ? source.findNew() : source.find("passphrase of " + folder + ": ");
            convert(folder, passphrase, done -> {
                count[0] = done;
                if (done % TELL_EVERY == 0) {
                    err.println("farfield store " + name() + ": " + done + " files");
                }
            });
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        out.println(count[0] + " files " + (enciphers ? "enciphered" : "deciphered"));
        return ExitCode.OK;
    }

    private void convert(Path folder, char[] passphrase, java.util.function.IntConsumer progress) throws IOException {
        if (enciphers) {
            StoreEncryption.encrypt(folder, passphrase, progress);
        } else {
            StoreEncryption.decrypt(folder, passphrase, progress);
        }
    }
}
