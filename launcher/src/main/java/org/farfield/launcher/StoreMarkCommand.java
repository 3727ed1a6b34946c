package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.store.StudyMark;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store mark}: what readers did with a study. */
final class StoreMarkCommand implements Subcommand {
    @Override
    public String name() {
        return "mark";
    }

    @Override
    public String usage() {
        return "STUDY-UID read|unread|locked|unlocked|sent|unsent " + StoreCommands.USAGE
                + "   only what is read, unlocked and sent may be evicted";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, StoreCommands.FOLDER, Set.of());
        if (arguments.words().size() != 2) {
            throw new WrongUsage("expected a study's UID and a mark");
        }
        String word = arguments.words().get(1);
        StudyMark mark = switch (word) {
            case "read", "unread" -> StudyMark.UNREAD;
            case "locked", "unlocked" -> StudyMark.LOCKED;
            case "sent", "unsent" -> StudyMark.UNSENT;
            default -> throw new WrongUsage("no mark is called '" + word + "'");
        };
        boolean value = Set.of("unread", "locked", "unsent").contains(word);
        try (StudyStore store = StoreCommands.open(arguments)) {
            if (!store.mark(arguments.words().getFirst(), mark, value)) {
                throw new Failed("the store has no study " + arguments.words().getFirst());
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }
}
