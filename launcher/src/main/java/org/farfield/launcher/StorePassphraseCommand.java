package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.workstation.study.vault.Vault;

/** {@code farfield store passphrase}: another passphrase for an enciphered store, whose files stay as they are. */
final class StorePassphraseCommand implements Subcommand {
    private static final String NEW = "--new";

    @Override
    public String name() {
        return "passphrase";
    }

    @Override
    public String usage() {
        return "[--new FILE] " + StoreCommands.USAGE + "   give an enciphered store another passphrase";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Set<String> options = new HashSet<>(StoreCommands.FOLDER);
        options.add(NEW);
        Arguments arguments = Arguments.parse(args, options, Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage(name() + " takes no " + arguments.words().getFirst());
        }
        Path folder = StoreCommands.folder(arguments);
        Optional<String> file = arguments.value(NEW);
        try {
            if (!Vault.at(folder).enciphered()) {
                throw new Failed(folder + ": it is not enciphered");
            }
            char[] before = StorePassphrase.ofEnvironment().find("passphrase of " + folder + ": ");
            char[] after =
                    file.isPresent() ? StorePassphrase.ofFile(DicomFiles.path(file.get())) : StorePassphrase.askNew();
            Vault.at(folder).changePassphrase(before, after);
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        out.println("the passphrase is changed");
        return ExitCode.OK;
    }
}
