package org.farfield.workstation.study.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.farfield.dicom.network.association.AeTitle;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.TlsIdentity;
import org.farfield.dicom.network.service.StorageContexts;
import org.farfield.workstation.study.archive.Archive.RetrieveBy;

/**
 * This workstation's place on the DICOM network, from a file of properties in UTF-8:
 *
 * <pre>
 * title = FARFIELD                    our AE title
 * port = 11112                        where our storage SCP listens
 * callers = CT1, MR1                  who may send to us; archives below may anyway
 * receive.syntaxes = 1.2.840.10008.1.2.1   transfer syntaxes that we take, in our order; all without this
 * receive.classes = 1.2.840.10008.5.1.4.1.1.2   SOP classes that we take; all without this
 * tls = cert.pem, key.pem, ca.pem     beside this file, or absolute; used where an archive says tls = yes
 * archive.pacs.name = Hospital PACS
 * archive.pacs.address = pacs.example:104
 * archive.pacs.title = PACS
 * archive.pacs.retrieve = move        or get
 * archive.pacs.tls = no               or yes
 * archive.pacs.syntaxes, .classes     as for receive, of what is asked for by C-GET
 * archive.web.url = https://pacs.example/dicom-web
 * archive.web.token.file = token.txt  or token.env = VARIABLE; a bearer token
 * archive.web.authority = ca.pem      trusted alone, instead of those of this Java; or tls = yes
 * </pre>
 *
 * @param callers AE titles that may send to us
 * @param tls for our storage SCP, when it is to take secure associations only
 * @param receives what our storage SCP takes
 */
public record NetworkSettings(
        String title,
        int port,
        Set<String> callers,
        Optional<TlsIdentity> tls,
        StorageContexts receives,
        List<Archive> archives) {
    /** Without a file: our usual title and port, and nobody to talk to. */
    public static final NetworkSettings NONE =
            new NetworkSettings("FARFIELD", 11112, Set.of(), Optional.empty(), StorageContexts.ALL, List.of());

    private static final String PREFIX = "archive.";

    /** Keeps its own copies. */
    public NetworkSettings {
        callers = Set.copyOf(callers);
        archives = List.copyOf(archives);
    }

    /** Reads the file; one that is not there is {@link #NONE}. A fault names file and line's key. */
    public static NetworkSettings read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        try {
            return read(file, properties);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static NetworkSettings read(Path file, Properties properties) throws IOException {
        String title =
                AeTitle.check(properties.getProperty("title", NONE.title()).strip());
        Optional<TlsIdentity> tls = tls(file, properties.getProperty("tls", ""));
        Set<String> callers = new TreeSet<>();
        for (String caller : words(properties.getProperty("callers", ""))) {
            callers.add(AeTitle.check(caller));
        }
        List<Archive> archives = new ArrayList<>();
        for (String id : ids(properties)) {
            Archive archive = properties.containsKey(PREFIX + id + ".url")
                    ? WebSettings.archive(file, PREFIX + id + ".", id, properties, tls)
                    : archive(id, properties, title, tls);
            archives.add(archive);
            if (archive.access() instanceof Archive.Dimse dimse) {
                callers.add(dimse.peer().calledTitle());
            }
        }
        int port = port("port", properties.getProperty("port", Integer.toString(NONE.port())));
        boolean secure = properties.getProperty("receive.tls", "no").strip().equals("yes");
        StorageContexts receives = contexts("receive.", properties);
        return new NetworkSettings(title, port, callers, secure ? tls : Optional.empty(), receives, archives);
    }

    private static StorageContexts contexts(String key, Properties properties) {
        try {
            return StorageContexts.of(
                    words(properties.getProperty(key + "classes", "")),
                    words(properties.getProperty(key + "syntaxes", "")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + "classes, " + key + "syntaxes: " + e.getMessage(), e);
        }
    }

    private static Archive archive(String id, Properties properties, String own, Optional<TlsIdentity> tls) {
        String key = PREFIX + id + ".";
        String address = properties.getProperty(key + "address", "").strip();
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(key + "address is not host:port");
        }
        boolean secure = properties.getProperty(key + "tls", "no").strip().equals("yes");
        if (secure && tls.isEmpty()) {
            throw new IllegalArgumentException(key + "tls is yes, but tls names no certificate, key and authority");
        }
        String by = properties.getProperty(key + "retrieve", "get").strip();
        Peer peer = new Peer(
                address.substring(0, colon),
                port(key + "address", address.substring(colon + 1)),
                properties.getProperty(key + "title", "").strip(),
                own,
                secure ? tls : Optional.empty());
        RetrieveBy retrieveBy = switch (by) {
            case "get" -> RetrieveBy.GET;
            case "move" -> RetrieveBy.MOVE;
            default -> throw new IllegalArgumentException(key + "retrieve is get or move, not '" + by + "'");
        };
        return new Archive(
                properties.getProperty(key + "name", id).strip(),
                new Archive.Dimse(peer, retrieveBy, contexts(key, properties)));
    }

    private static int port(String key, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " has no port", e);
        }
        throw new IllegalArgumentException(key + " has no port");
    }

    private static Optional<TlsIdentity> tls(Path file, String text) throws IOException {
        List<String> names = words(text);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (names.size() != 3) {
            throw new IllegalArgumentException("tls names certificate, key and authority, with commas between");
        }
        Path beside = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return Optional.of(TlsIdentity.pem(
                beside.resolve(names.get(0)), beside.resolve(names.get(1)), beside.resolve(names.get(2))));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    private static Set<String> ids(Properties properties) {
        Set<String> ids = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.indexOf('.', PREFIX.length());
            if (key.startsWith(PREFIX) && dot > 0) {
                ids.add(key.substring(PREFIX.length(), dot));
            }
        }
        return ids;
    }
}
