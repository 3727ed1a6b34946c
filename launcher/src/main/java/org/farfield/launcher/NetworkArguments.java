package org.farfield.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.TlsIdentity;

/**
 * The arguments of a command that talks DICOM on the network: those every command has ({@code --call}, {@code --aet},
 * {@code --tls}, {@code --tls-p12}, {@code --key}) and its own.
 */
record NetworkArguments(Arguments own, Optional<TlsIdentity> tls, List<String> keys) {
    static final String PEER = "HOST:PORT [--call AET] [--aet AET] [--tls CERT KEY CA | --tls-p12 FILE CA]";
    static final String DEFAULT_TITLE = "FARFIELD";
    private static final String DEFAULT_CALLED = "ANY-SCP";
    private static final String PASSWORD = "FARFIELD_TLS_PASSWORD";

    static NetworkArguments parse(List<String> args, Set<String> valued, Set<String> bare) throws WrongUsage, Failed {
        List<String> rest = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Optional<TlsIdentity> tls = Optional.empty();
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--key" -> {
                    keys.add(following(args, i, 1).getFirst());
                    i++;
                }
                case "--tls" -> {
                    List<String> files = following(args, i, 3);
                    tls = Optional.of(identity(() ->
                            TlsIdentity.pem(Path.of(files.get(0)), Path.of(files.get(1)), Path.of(files.get(2)))));
                    i += 3;
                }
                case "--tls-p12" -> {
                    List<String> files = following(args, i, 2);
                    String password =
                            Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
                    tls = Optional.of(identity(() ->
                            TlsIdentity.pkcs12(Path.of(files.get(0)), password.toCharArray(), Path.of(files.get(1)))));
                    i += 2;
                }
                default -> rest.add(args.get(i));
            }
        }
        Set<String> names = new LinkedHashSet<>(valued);
        names.addAll(Set.of("--call", "--aet"));
        return new NetworkArguments(Arguments.parse(rest, names, bare), tls, List.copyOf(keys));
    }

    private interface Reading {
        TlsIdentity read() throws IOException;
    }

    private static TlsIdentity identity(Reading reading) throws Failed {
        try {
            return reading.read();
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Failed(e.getMessage() + ": there is no such file", e);
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> following(List<String> args, int option, int count) throws WrongUsage {
        if (option + count >= args.size()) {
            throw new WrongUsage(args.get(option) + " needs " + count + (count == 1 ? " value" : " values"));
        }
        return args.subList(option + 1, option + 1 + count);
    }

    /** Our own AE title. */
    String title() {
        return own.value("--aet").orElse(DEFAULT_TITLE);
    }

    /** The peer that the first word names. */
    Peer peer() throws WrongUsage {
        if (own.words().isEmpty()) {
            throw new WrongUsage("expected HOST:PORT");
        }
        return peer(own.words().getFirst(), own.value("--call").orElse(DEFAULT_CALLED));
    }

    /** The peer at HOST:PORT. */
    Peer peer(String address, String called) throws WrongUsage {
        int colon = address.lastIndexOf(':');
        try {
            String host = address.substring(0, Math.max(colon, 0)).replaceAll("^\\[|\\]$", "");
            if (host.isEmpty()) {
                throw new IllegalArgumentException("no host");
            }
            int port = Integer.parseInt(address.substring(colon + 1));
            return new Peer(host, port, called, title(), tls);
        } catch (NumberFormatException e) {
            throw new WrongUsage("'" + address + "' is not HOST:PORT");
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("'" + address + "': " + e.getMessage());
        }
    }

    /** The words behind HOST:PORT. */
    List<String> rest() {
        return own.words().subList(1, own.words().size());
    }

    /** Refuses words behind HOST:PORT. */
    void nothingElse() throws WrongUsage {
        if (own.words().size() > 1) {
            throw new WrongUsage("'" + own.words().get(1) + "' is not expected here");
        }
    }

    /** Puts what {@code --key} says into a query: KEYWORD, GGGGEEEE or (GGGG,EEEE), then perhaps = and a value. */
    void addKeys(DataSet query) throws WrongUsage {
        for (String key : keys) {
            int equals = key.indexOf('=');
            String name = equals < 0 ? key : key.substring(0, equals);
            String value = equals < 0 ? "" : key.substring(equals + 1);
            set(query, tag(name), value);
        }
    }

    /** Sets one matching key; the query is marked as UTF-8 as soon as a value needs it. */
    static void set(DataSet query, int tag, String value) throws WrongUsage {
        if (value.isEmpty()) {
            query.setEmpty(tag);
            return;
        }
        if (!value.chars().allMatch(c -> c < 0x80)) {
            query.set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        }
        try {
            query.set(tag, value);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(Tag.describe(tag) + " cannot be '" + value + "': " + e.getMessage());
        }
    }

    private static int tag(String name) throws WrongUsage {
        String digits = name.replaceAll("[(),]", "");
        if (digits.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(digits, 16);
        }
        try {
            return Tag.of(name);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("no data element is called '" + name + "'");
        }
    }
}
