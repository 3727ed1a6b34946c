package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** A subcommand whose first argument selects another one: {@code bench load}, {@code bench session}. */
record GroupCommand(String name, List<Subcommand> members) implements Subcommand {
    GroupCommand {
        members = List.copyOf(members);
    }

    @Override
    public String usage() {
        return members.stream().map(m -> m.name() + " " + m.usage()).collect(Collectors.joining("\n"));
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        String names = members.stream().map(Subcommand::name).collect(Collectors.joining(", "));
        if (args.isEmpty()) {
            throw new WrongUsage("which " + name + "? One of: " + names);
        }
        for (Subcommand member : members) {
            if (member.name().equals(args.getFirst())) {
                return member.run(args.subList(1, args.size()), out, err);
            }
        }
        throw new WrongUsage("no " + name + " is called '" + args.getFirst() + "'. One of: " + names);
    }
}
