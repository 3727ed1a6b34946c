package org.farfield.workstation.study.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.web.WebClient;
import org.farfield.dicom.web.WebException;
import org.farfield.dicom.web.WebPath;
import org.farfield.dicom.web.WebRetrieval;
import org.farfield.dicom.web.WebService;
import org.farfield.workstation.study.store.StudyFilter;
import org.farfield.workstation.study.store.StudyStore;

/** An archive that speaks DICOMweb. When some of a study is in the store, only what is missing is asked for. */
record WebAccess(WebService service, StudyStore store) implements StudyAccess {
    private static final int MOST_STUDIES = 1000;
    private static final int MOST_INSTANCES = 200_000;

    @Override
    public List<FoundStudy> find(StudyFilter filter, Cancellation cancellation)
            throws IOException, InterruptedException {
        Map<String, String> query = new LinkedHashMap<>();
        DataSet keys =
                ArchiveQuery.of(filter).remove(Tag.SPECIFIC_CHARACTER_SET).remove(Tag.of("QueryRetrieveLevel"));
        for (Element element : keys) {
            keys.string(element.tag()).ifPresent(value -> query.put(Tag.keyword(element.tag()), value));
        }
        query.put("includefield", "StudyDescription");
        try (WebClient client = new WebClient(service)) {
            return client.search("/studies", query, MOST_STUDIES, cancellation).stream()
                    .map(FoundStudy::of)
                    .toList();
        }
    }

    @Override
    public Duration test() throws IOException, InterruptedException {
        try (WebClient client = new WebClient(service)) {
            return client.test();
        }
    }

    @Override
    public Retrieve.Result retrieve(String studyUid, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        try (WebClient client = new WebClient(service)) {
            List<WebPath> all = instances(client, studyUid, cancellation);
            List<WebPath> wanted = all.stream().filter(this::isMissing).toList();
            if (wanted.isEmpty()) {
                return new Retrieve.Result(true, false, RetrieveProgress.NONE, "everything is here already");
            }
            List<WebPath> requests = wanted.size() == all.size() ? List.of(WebPath.study(studyUid)) : wanted;
            Troubles troubles = new Troubles();
            int stored = 0;
            int failed = 0;
            for (WebPath request : requests) {
                int before = stored;
                try {
                    WebRetrieval.Result one = client.retrieve(
                            request,
                            store,
                            troubles,
                            count -> progress.accept(new RetrieveProgress(
                                    Math.max(0, wanted.size() - before - count), before + count, 0, 0)),
                            cancellation);
                    stored += one.stored();
                    failed += one.failed();
                } catch (WebException e) {
                    if (e.kind() != WebException.Kind.CANCELLED) {
                        throw e;
                    }
                    return new Retrieve.Result(false, true, new RetrieveProgress(0, stored, failed, 0), "cancelled");
                }
            }
            int missing = Math.max(failed, wanted.size() - stored);
            return new Retrieve.Result(
                    missing == 0, false, new RetrieveProgress(0, stored, missing, 0), outcome(missing, troubles.first));
        }
    }

    private static String outcome(int missing, String trouble) {
        if (missing == 0) {
            return "success";
        }
        return trouble.isEmpty() ? "the service gave fewer than it names" : trouble;
    }

    private boolean isMissing(WebPath path) {
        return !store.contains(
                path.study(), path.series().orElseThrow(), path.instance().orElseThrow());
    }

    private static List<WebPath> instances(WebClient client, String studyUid, Cancellation cancellation)
            throws IOException, InterruptedException {
        List<WebPath> paths = new ArrayList<>();
        String resource = WebPath.study(studyUid) + "/instances";
        for (DataSet instance : client.search(resource, Map.of(), MOST_INSTANCES, cancellation)) {
            try {
                paths.add(WebPath.instance(
                        studyUid,
                        instance.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                        instance.string(Tag.SOP_INSTANCE_UID).orElse("")));
            } catch (IllegalArgumentException e) {
                throw new IOException("an instance of the answer is named by no UIDs: " + e.getMessage(), e);
            }
        }
        return paths;
    }

    @Override
    public void send(List<OutgoingInstance> instances, SendListener listener, Cancellation cancellation)
            throws IOException, InterruptedException {
        try (WebClient client = new WebClient(service)) {
            client.store(instances, listener, cancellation);
        }
    }

    /** Remembers the first thing that went wrong. Any thread. */
    private static final class Troubles implements ReceiveListener {
        private volatile String first = "";

        @Override
        public void onFailed(InstanceOrigin origin, String cause) {
            onTrouble(cause);
        }

        @Override
        public synchronized void onTrouble(String line) {
            if (first.isEmpty()) {
                first = line;
            }
        }
    }
}
