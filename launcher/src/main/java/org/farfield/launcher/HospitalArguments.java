package org.farfield.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.StorageServer;
import org.farfield.launcher.hospital.Hospital;
import org.farfield.launcher.hospital.ModalityWorklist;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.twin.TwinConfig;

/** The options that put a scanner twin among a hospital's systems, which several subcommands have. */
record HospitalArguments(
        NetworkArguments network, Optional<Peer> worklist, Optional<Peer> steps, Optional<Peer> storage) {
    static final String USAGE = "[--worklist AET@HOST:PORT [--accession NUMBER]] [--mpps AET@HOST:PORT]"
            + " [--send AET@HOST:PORT [--commit-listen PORT]] [--aet AET] [--tls CERT KEY CA | --tls-p12 FILE CA]";

    private static final Set<String> OPTIONS =
            Set.of("--worklist", "--accession", "--mpps", "--send", "--commit-listen");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ASSOCIATIONS = 4;

    /** Takes arguments apart that have these options besides. */
    static HospitalArguments parse(List<String> args, Set<String> others) throws WrongUsage, Failed {
        Set<String> options = new HashSet<>(others);
        options.addAll(OPTIONS);
        NetworkArguments network = NetworkArguments.parse(args, options, Set.of());
        Arguments own = network.own();
        if (own.value("--call").isPresent() || !network.keys().isEmpty()) {
            throw new WrongUsage("--call and --key are not expected here: a system is AET@HOST:PORT");
        }
        HospitalArguments hospital = new HospitalArguments(
                network, peer(network, "--worklist"), peer(network, "--mpps"), peer(network, "--send"));
        hospital.belongs("--accession", hospital.worklist, "--worklist");
        hospital.belongs("--commit-listen", hospital.storage, "--send");
        if (hospital.tells() && own.value("--archive").isEmpty()) {
            throw new WrongUsage("--mpps and --send need --archive DIR, where the scanner keeps what it made");
        }
        return hospital;
    }

    private void belongs(String option, Optional<Peer> peer, String whose) throws WrongUsage {
        if (own().value(option).isPresent() && peer.isEmpty()) {
            throw new WrongUsage(option + " belongs to " + whose);
        }
    }

    private static Optional<Peer> peer(NetworkArguments network, String option) throws WrongUsage {
        Optional<String> word = network.own().value(option);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        int at = word.get().indexOf('@');
        if (at < 1) {
            throw new WrongUsage(option + " is AET@HOST:PORT, got '" + word.get() + "'");
        }
        return Optional.of(network.peer(word.get().substring(at + 1), word.get().substring(0, at)));
    }

    /** All other options. */
    Arguments own() {
        return network.own();
    }

    private boolean tells() {
        return steps.isPresent() || storage.isPresent();
    }

    /** The twin with what its worklist says is scheduled first, where it has one. */
    TwinConfig ordered(TwinConfig config, Consumer<String> lines) throws Failed, InterruptedException {
        if (worklist.isEmpty()) {
            return config;
        }
        try (Connector connector = new Connector()) {
            LocalDate today = LocalDate.ofInstant(SessionClock.SYSTEM.instant(), ZoneId.systemDefault());
            return config.withOrder(
                    ModalityWorklist.first(connector, worklist.get(), own().value("--accession"), today, lines));
        } catch (IOException e) {
            throw new Failed("worklist " + e.getMessage(), e);
        }
    }

    /** The twin with a folder of its own in the archive, where the hospital is told of its work. */
    TwinConfig archived(TwinConfig config) throws Failed {
        try {
            return tells() ? config.withArchive(Hospital.newStudy(archive())) : config;
        } catch (IOException e) {
            throw new Failed("--archive: " + e.getMessage(), e);
        }
    }

    private Path archive() {
        return Path.of(own().value("--archive").orElse("")).toAbsolutePath().normalize();
    }

    /** Whom the scanner tells of its work. */
    Hospital open(Consumer<String> lines) throws WrongUsage, Failed {
        try {
            return new Hospital(
                    new Hospital.Systems(steps, storage, back(), PATIENCE),
                    archive(),
                    SessionClock.SYSTEM,
                    ZoneId.systemDefault(),
                    lines);
        } catch (IOException e) {
            throw new Failed("the hospital's systems: " + e.getMessage(), e);
        }
    }

    private Optional<StorageServer.Configuration> back() throws WrongUsage {
        Optional<String> port = own().value("--commit-listen");
        if (port.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StorageServer.Configuration(
                new InetSocketAddress(ServerArguments.port(port.get())),
                network.title(),
                Set.of(storage.orElseThrow().calledTitle()),
                network.tls(),
                ASSOCIATIONS,
                Timeouts.ACCEPTOR));
    }
}
