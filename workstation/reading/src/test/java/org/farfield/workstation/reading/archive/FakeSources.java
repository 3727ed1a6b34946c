package org.farfield.workstation.reading.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.network.service.StorageContexts;
import org.farfield.workstation.study.Patient;
import org.farfield.workstation.study.archive.Archive;
import org.farfield.workstation.study.archive.FoundStudy;
import org.farfield.workstation.study.archive.NetworkSettings;
import org.farfield.workstation.study.archive.StudySources;
import org.farfield.workstation.study.store.StoreUsage;
import org.farfield.workstation.study.store.StudyFilter;

/** Sources that answer what a test says. */
final class FakeSources implements StudySources {
    static final Archive GETS =
            new Archive("PACS", new Peer("127.0.0.1", 104, "PACS", "HERE", Optional.empty()), Archive.RetrieveBy.GET);
    static final Archive MOVES =
            new Archive("OLD", new Peer("127.0.0.1", 105, "OLD", "HERE", Optional.empty()), Archive.RetrieveBy.MOVE);

    final List<String> calls = new ArrayList<>();
    List<FoundStudy> answers = List.of();
    Optional<IOException> fault = Optional.empty();
    Retrieve.Result result = new Retrieve.Result(true, false, new RetrieveProgress(0, 4, 0, 0), "status 0000");

    static FoundStudy study(String uid, String date) {
        return new FoundStudy(uid, new Patient("A", "1", "", ""), date, "", "", "", "CT", 4, false);
    }

    @Override
    public NetworkSettings settings() {
        return new NetworkSettings(
                "HERE", 11112, Set.of("PACS"), Optional.empty(), StorageContexts.ALL, List.of(GETS, MOVES));
    }

    @Override
    public StoreUsage usage() {
        return new StoreUsage(1_500_000_000, 4_000_000_000L);
    }

    @Override
    public List<FoundStudy> local(StudyFilter filter) throws IOException {
        return answer("local " + filter.name());
    }

    @Override
    public List<FoundStudy> find(Archive archive, StudyFilter filter, Cancellation cancellation) throws IOException {
        return answer("find " + archive.name() + " " + filter.dateFrom());
    }

    private List<FoundStudy> answer(String call) throws IOException {
        calls.add(call);
        if (fault.isPresent()) {
            throw fault.get();
        }
        return answers;
    }

    @Override
    public Duration test(Archive archive) throws IOException {
        answer("test " + archive.name());
        return Duration.ofMillis(3);
    }

    @Override
    public Retrieve.Result retrieve(
            Archive archive, String studyUid, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException {
        answer("retrieve " + studyUid + " from " + archive.name());
        progress.accept(new RetrieveProgress(2, 2, 0, 0));
        return result;
    }

    @Override
    public int send(Archive archive, String studyUid, SendListener listener, Cancellation cancellation)
            throws IOException {
        answer("send " + studyUid + " to " + archive.name());
        return 4;
    }

    @Override
    public List<Path> open(String studyUid) throws IOException {
        answer("open " + studyUid);
        return List.of(Path.of("a.dcm"));
    }

    @Override
    public List<Path> documents(String studyUid) {
        return List.of();
    }

    @Override
    public Receiving receive(ReceiveListener events) throws IOException {
        answer("receive");
        return new Receiving() {
            @Override
            public int port() {
                return 11112;
            }

            @Override
            public void close() {
                calls.add("receive no more");
            }
        };
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
