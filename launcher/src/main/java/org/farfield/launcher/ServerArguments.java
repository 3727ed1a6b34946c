package org.farfield.launcher;

import java.net.InetSocketAddress;
import java.util.Set;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.StorageServer;

/** The arguments of a command to which other systems connect. */
final class ServerArguments {
    static final Set<String> NAMES = Set.of("--from", "--bind", "--associations");
    static final String USAGE =
            "--from AET[,AET...]|any [--aet AET] [--bind ADDRESS] [--associations N] [--tls CERT KEY CA | --tls-p12 FILE CA]";
    private static final int MOST_ASSOCIATIONS = 16;

    private ServerArguments() {}

    /** Whom to serve, and where. */
    static StorageServer.Configuration configuration(NetworkArguments arguments, String portWord) throws WrongUsage {
        Arguments own = arguments.own();
        int port = port(portWord);
        String from = own.required("--from");
        Set<String> callers = from.equals("any") ? Set.of() : Set.of(from.split(",", -1));
        try {
            return new StorageServer.Configuration(
                    own.value("--bind")
                            .map(host -> new InetSocketAddress(host, port))
                            .orElseGet(() -> new InetSocketAddress(port)),
                    arguments.title(),
                    callers,
                    arguments.tls(),
                    own.count("--associations", MOST_ASSOCIATIONS),
                    Timeouts.ACCEPTOR);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /** A port number, 0 for a free one. */
    static int port(String word) throws WrongUsage {
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
}
