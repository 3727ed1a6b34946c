package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.launcher.lab.LinkProfile;
import org.farfield.remote.protocol.transport.TransportPreference;

/**
 * {@code farfield bench link}: a live session over an impaired link, profile by profile: slices of 512 x 512 at 5 a
 * second from the scanner to decoded, the control round trip and STOP meanwhile, what was lost or doubled, and how soon
 * it goes on after an outage; beside it, where DCMTK is installed, its storescu over the same link.
 */
final class BenchLinkCommand implements Subcommand {
    private static final int SLICES = 200;
    private static final long SEED = 20_261_122;

    @Override
    public String name() {
        return "link";
    }

    @Override
    public String usage() {
        return "[--profile NAME] [--slices N] [--seed N] [--transport auto|quic|tcp] [--json]"
                + "   time a live session over impaired links: " + names();
    }

    static String names() {
        return LinkProfile.NAMED.stream().map(LinkProfile::name).collect(Collectors.joining(", "));
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments given =
                Arguments.parse(args, Set.of("--profile", "--slices", "--seed", "--transport"), Set.of("--json"));
        if (!given.words().isEmpty()) {
            throw new WrongUsage("unexpected '" + given.words().getFirst() + "'");
        }
        Optional<LinkProfile> one = profile(given, "--profile");
        int slices = given.count("--slices", SLICES);
        long seed = given.count("--seed", (int) SEED);
        TransportPreference transport = SessionPlace.transport(given);
        try {
            Path folder = BenchSessionCommand.scratch();
            try {
                for (LinkProfile profile : one.map(List::of).orElse(LinkProfile.NAMED)) {
                    LinkFigures figures = new LinkRun(folder, profile, slices, seed, transport, err).measure();
                    figures.print(given.has("--json"), out);
                }
            } finally {
                BenchSessionCommand.remove(folder);
            }
        } catch (IOException e) {
            throw new Failed("the bench could not run: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    /** The profile that an option names. */
    static Optional<LinkProfile> profile(Arguments given, String option) throws WrongUsage {
        Optional<String> name = given.value(option);
        Optional<LinkProfile> profile = name.flatMap(LinkProfile::named);
        if (name.isPresent() && profile.isEmpty()) {
            throw new WrongUsage(option + " is one of " + names() + ", not " + name.get());
        }
        return profile;
    }
}
