package org.farfield.workstation.study.archive;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.network.service.StorageServer;
import org.farfield.workstation.study.store.StoreUsage;
import org.farfield.workstation.study.store.StudyFilter;
import org.farfield.workstation.study.store.StudyMark;
import org.farfield.workstation.study.store.StudyStore;

/**
 * The workstation among other systems: its store, the archives of its settings, and the services between them. Studies
 * that an archive took whole count as sent. Any thread that may wait.
 */
public final class StudyNetwork implements StudySources {
    private static final int MOST_ASSOCIATIONS = 16;

    private final NetworkSettings settings;
    private final StudyStore store;
    private final Connector connector = new Connector();

    /** Owns the store from now on. */
    public StudyNetwork(NetworkSettings settings, StudyStore store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public NetworkSettings settings() {
        return settings;
    }

    @Override
    public StoreUsage usage() throws IOException {
        return store.usage();
    }

    @Override
    public List<FoundStudy> local(StudyFilter filter) throws IOException {
        store.catchUp();
        return store.find(filter).stream().map(FoundStudy::of).toList();
    }

    @Override
    public List<FoundStudy> find(Archive archive, StudyFilter filter, Cancellation cancellation)
            throws IOException, InterruptedException {
        return access(archive).find(filter, cancellation);
    }

    private StudyAccess access(Archive archive) {
        return switch (archive.access()) {
            case Archive.Dimse dimse -> new DimseAccess(connector, dimse, settings.title(), store);
            case Archive.Web web -> new WebAccess(web.service(), store);
        };
    }

    @Override
    public Duration test(Archive archive) throws IOException, InterruptedException {
        return access(archive).test();
    }

    @Override
    public Retrieve.Result retrieve(
            Archive archive, String studyUid, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        return access(archive).retrieve(studyUid, progress, cancellation);
    }

    @Override
    public int send(Archive archive, String studyUid, SendListener listener, Cancellation cancellation)
            throws IOException, InterruptedException {
        List<OutgoingInstance> instances = new ArrayList<>();
        for (Path file : store.files(studyUid)) {
            instances.add(OutgoingInstance.of(file));
        }
        CountingListener counting = new CountingListener(listener);
        access(archive).send(instances, counting, cancellation);
        if (counting.sent() == instances.size() && !instances.isEmpty()) {
            store.mark(studyUid, StudyMark.UNSENT, false);
        }
        return counting.sent();
    }

    @Override
    public List<Path> open(String studyUid) throws IOException {
        List<Path> files = store.files(studyUid);
        store.mark(studyUid, StudyMark.UNREAD, false);
        return files;
    }

    @Override
    public List<Path> documents(String studyUid) throws IOException {
        return store.documents(studyUid);
    }

    @Override
    public Receiving receive(ReceiveListener events) throws IOException {
        if (settings.callers().isEmpty()) {
            throw new IOException("the settings name nobody who may send");
        }
        StorageServer server = StorageServer.open(
                new StorageServer.Configuration(
                        new InetSocketAddress(settings.port()),
                        settings.title(),
                        settings.callers(),
                        settings.tls(),
                        MOST_ASSOCIATIONS,
                        Timeouts.ACCEPTOR,
                        settings.receives()),
                store,
                events);
        return new Receiving() {
            @Override
            public int port() {
                return server.address().getPort();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        connector.close();
        store.close();
    }
}
