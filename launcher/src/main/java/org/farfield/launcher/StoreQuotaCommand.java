package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.store.StoreUsage;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store quota}: how large a store is, and how large it may become. */
final class StoreQuotaCommand implements Subcommand {
    @Override
    public String name() {
        return "quota";
    }

    @Override
    public String usage() {
        return "[SIZE|none] " + StoreCommands.USAGE
                + " [--json]   beyond SIZE, for instance 200G, receiving evicts what"
                + " is read, unlocked and sent, the longest unused first";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, StoreCommands.FOLDER, Set.of("--json"));
        if (arguments.words().size() > 1) {
            throw new WrongUsage("one size is enough");
        }
        try (StudyStore store = StoreCommands.open(arguments)) {
            for (String size : arguments.words()) {
                store.setQuota(size.equals("none") ? Long.MAX_VALUE : StoreEvictCommand.bytes(size));
            }
            StoreUsage usage = store.usage();
            out.println(arguments.has("--json") ? json(usage) : text(usage));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(StoreUsage usage) {
        return usage.bytes() + " bytes, " + (usage.limited() ? "quota " + usage.quotaBytes() + " bytes" : "no quota");
    }

    private static String json(StoreUsage usage) {
        JsonLine line = new JsonLine().put("bytes", usage.bytes());
        return (usage.limited() ? line.put("quota", usage.quotaBytes()) : line).toString();
    }
}
