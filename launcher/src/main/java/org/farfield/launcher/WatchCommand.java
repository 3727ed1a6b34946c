package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionException;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.SessionClock;

/** {@code farfield watch}: joins a session as observer and keeps every live slice as a DICOM file. */
final class WatchCommand implements Subcommand {
    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String usage() {
        return "HOST:PORT --out DIR --json [--until-done] [--state DIR] [--transport auto|quic|tcp]"
                + "   keep every live slice as a DICOM file; one JSON line a slice, and each line of chat";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments =
                Arguments.parse(args, Set.of("--out", "--state", "--transport"), Set.of("--json", "--until-done"));
        InetSocketAddress endpoint = SessionPlace.address("HOST:PORT", arguments.onlyWord("HOST:PORT"));
        Path folder = folder(arguments.required("--out"));
        ClientConfig config = new ClientConfig(
                SessionPlace.of(arguments).identity("observer"),
                Role.OBSERVER,
                endpoint,
                SessionPlace.transport(arguments));
        SliceKeeper keeper = new SliceKeeper(folder, out, err, arguments.has("--json"));
        try (SessionClient client = new SessionClient(config, SessionClock.SYSTEM, keeper)) {
            keeper.clock(client::gatewayMillis);
            joined(client);
            err.println("watch: in the session at " + SessionPlace.shown(endpoint) + " over "
                    + client.view().transport());
            return keeper.await(client, arguments.has("--until-done")) ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    static void joined(SessionClient client) throws Failed, InterruptedException {
        try {
            client.connect().toCompletableFuture().get();
        } catch (ExecutionException e) {
            String line = e.getCause() instanceof SessionException known ? known.getMessage() : e.toString();
            throw new Failed(String.valueOf(line), e);
        }
    }

    private static Path folder(String name) throws Failed {
        Path folder = Path.of(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failed("cannot write into " + folder + ": " + e.getMessage(), e);
        }
    }
}
