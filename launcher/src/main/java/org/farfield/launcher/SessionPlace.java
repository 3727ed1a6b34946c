package org.farfield.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import org.farfield.remote.protocol.identity.DemoIdentities;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.transport.TransportPreference;

/** What the commands of a remote session have in common on the command line: addresses, certificates, the transport. */
record SessionPlace(StateFolder state) {
    /** The folder of {@code --state}, else that of the environment. */
    static SessionPlace of(Arguments arguments) {
        return new SessionPlace(arguments
                .value("--state")
                .map(folder -> new StateFolder(Path.of(folder).toAbsolutePath().normalize()))
                .orElseGet(StateFolder::ofEnvironment));
    }

    /** {@code HOST:PORT} or {@code [IPV6]:PORT}; the host is looked up. */
    static InetSocketAddress address(String what, String text) throws WrongUsage {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new WrongUsage(what + " expects HOST:PORT, got '" + text + "'");
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 0 || port > 65_535) {
                throw new WrongUsage(what + ": a port is 0 to 65535, got " + port);
            }
            return new InetSocketAddress(host, port);
        } catch (NumberFormatException e) {
            throw new WrongUsage(what + " expects HOST:PORT, got '" + text + "'");
        }
    }

    /** The same as people write it. */
    static String shown(InetSocketAddress address) {
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** {@code --transport auto|quic|tcp}. */
    static TransportPreference transport(Arguments arguments) throws WrongUsage {
        String word = arguments.value("--transport").orElse("auto");
        return switch (word) {
            case "auto" -> TransportPreference.AUTO;
            case "quic" -> TransportPreference.QUIC;
            case "tcp" -> TransportPreference.TCP;
            default -> throw new WrongUsage("--transport is auto, quic or tcp, got '" + word + "'");
        };
    }

    /** A party's key and certificate; on first run all of this machine's are made. */
    Identity identity(String name) throws Failed {
        try {
            DemoIdentities.ensure(state.identities());
            return DemoIdentities.load(state.identities(), name.toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new Failed("no certificate for '" + name + "': " + e.getMessage(), e);
        }
    }
}
