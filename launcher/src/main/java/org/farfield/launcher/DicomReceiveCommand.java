package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.StorageServer;

/** {@code farfield dicom receive}: a storage SCP, until it is interrupted. */
final class DicomReceiveCommand implements Subcommand {
    private static final int MOST_ASSOCIATIONS = 16;

    @Override
    public String name() {
        return "receive";
    }

    @Override
    public String usage() {
        return "PORT --from AET[,AET...]|any " + ReceivePlace.USAGE + " [--aet AET] [--bind ADDRESS]"
                + " [--associations N] [--tls CERT KEY CA | --tls-p12 FILE CA] [--json]"
                + "   take instances from these systems until interrupted";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(ReceivePlace.NAMES);
        names.addAll(Set.of("--from", "--bind", "--associations"));
        NetworkArguments arguments = NetworkArguments.parse(args, names, Set.of("--json"));
        Arguments own = arguments.own();
        int port = port(own.onlyWord("port"));
        String from = own.required("--from");
        Set<String> callers = from.equals("any") ? Set.of() : Set.of(from.split(","));
        try (ReceivePlace place = ReceivePlace.of(own);
                StorageServer server = StorageServer.open(
                        new StorageServer.Configuration(
                                own.value("--bind")
                                        .map(host -> new InetSocketAddress(host, port))
                                        .orElseGet(() -> new InetSocketAddress(port)),
                                arguments.title(),
                                callers,
                                arguments.tls(),
                                own.count("--associations", MOST_ASSOCIATIONS),
                                Timeouts.ACCEPTOR),
                        place.sink(),
                        new Log(own.has("--json"), out, err))) {
            err.println("farfield dicom receive: " + arguments.title() + " listens on port "
                    + server.address().getPort());
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static int port(String word) throws WrongUsage {
        try {
            int port = Integer.parseInt(word);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new WrongUsage("'" + word + "' is no port");
        }
        throw new WrongUsage("'" + word + "' is no port");
    }

    private record Log(boolean json, PrintStream out, PrintStream err) implements ReceiveListener {
        @Override
        public void onStored(InstanceOrigin origin) {
            if (json) {
                out.println(line(origin).put("ok", true));
            }
        }

        @Override
        public void onFailed(InstanceOrigin origin, String cause) {
            if (json) {
                out.println(line(origin).put("ok", false).put("cause", cause));
            }
            err.println("farfield dicom receive: " + origin.peer() + ": " + origin.sopInstanceUid() + ": " + cause);
        }

        @Override
        public void onTrouble(String line) {
            err.println("farfield dicom receive: " + line);
        }

        private static JsonLine line(InstanceOrigin origin) {
            return new JsonLine()
                    .put("sopInstanceUid", origin.sopInstanceUid())
                    .put("transferSyntax", origin.transferSyntax().uid())
                    .put("from", origin.callingTitle())
                    .put("peer", origin.peer());
        }
    }
}
