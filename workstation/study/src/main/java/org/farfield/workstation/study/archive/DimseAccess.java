package org.farfield.workstation.study.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.Echo;
import org.farfield.dicom.network.service.Find;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.QueryModel;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.dicom.network.service.Send;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.workstation.study.store.StudyFilter;
import org.farfield.workstation.study.store.StudyStore;

/**
 * An archive that speaks DIMSE. A retrieve that broke off goes on where it ended: when some of a study is in the store,
 * the archive is asked for its instances, and only those that are missing are asked for, series by series.
 */
record DimseAccess(Connector connector, Archive.Dimse archive, String title, StudyStore store) implements StudyAccess {
    private static final int ASSOCIATIONS = 2;
    /** Of one request, so that its list of UIDs stays below 64 KiB. */
    private static final int MOST_UIDS = 900;

    private Peer peer() {
        return archive.peer();
    }

    @Override
    public List<FoundStudy> find(StudyFilter filter, Cancellation cancellation)
            throws IOException, InterruptedException {
        List<FoundStudy> found = new ArrayList<>();
        ask(ArchiveQuery.of(filter), answer -> found.add(FoundStudy.of(answer)), cancellation);
        return found;
    }

    private void ask(DataSet query, Consumer<DataSet> answers, Cancellation cancellation)
            throws IOException, InterruptedException {
        Find.ask(connector, peer(), QueryModel.STUDY_ROOT, query, answers, cancellation);
    }

    @Override
    public Duration test() throws IOException, InterruptedException {
        return Echo.ask(connector, peer()).roundTrip();
    }

    @Override
    public Retrieve.Result retrieve(String studyUid, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        List<DataSet> requests = store.files(studyUid).isEmpty()
                ? List.of(level("STUDY").set(Tag.STUDY_INSTANCE_UID, studyUid))
                : missing(studyUid, cancellation);
        if (requests.isEmpty()) {
            return new Retrieve.Result(true, false, RetrieveProgress.NONE, "everything is here already");
        }
        Retrieve.Result last = new Retrieve.Result(true, false, RetrieveProgress.NONE, "");
        int completed = 0;
        int failed = 0;
        int warning = 0;
        for (DataSet keys : requests) {
            int done = completed;
            last = one(
                    keys,
                    p -> progress.accept(
                            new RetrieveProgress(p.remaining(), done + p.completed(), p.failed(), p.warning())),
                    cancellation);
            completed += last.progress().completed();
            failed += last.progress().failed();
            warning += last.progress().warning();
            if (!last.complete()) {
                break;
            }
        }
        RetrieveProgress all = new RetrieveProgress(last.progress().remaining(), completed, failed, warning);
        return new Retrieve.Result(last.complete(), last.cancelled(), all, last.outcome());
    }

    private Retrieve.Result one(DataSet keys, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        Retrieve retrieve = new Retrieve(connector, peer(), QueryModel.STUDY_ROOT, archive.contexts());
        return archive.retrieveBy() == Archive.RetrieveBy.MOVE
                ? retrieve.move(keys, title, progress, cancellation)
                : retrieve.get(keys, store, new ReceiveListener() {}, progress, cancellation);
    }

    /** Requests for what the archive has of a study and the store has not. */
    private List<DataSet> missing(String studyUid, Cancellation cancellation) throws IOException, InterruptedException {
        List<String> series = new ArrayList<>();
        DataSet query = level("SERIES").set(Tag.STUDY_INSTANCE_UID, studyUid).setEmpty(Tag.SERIES_INSTANCE_UID);
        ask(query, answer -> answer.string(Tag.SERIES_INSTANCE_UID).ifPresent(series::add), cancellation);
        List<DataSet> requests = new ArrayList<>();
        for (String one : series) {
            List<String> uids = new ArrayList<>();
            DataSet images = level("IMAGE")
                    .set(Tag.STUDY_INSTANCE_UID, studyUid)
                    .set(Tag.SERIES_INSTANCE_UID, one)
                    .setEmpty(Tag.SOP_INSTANCE_UID);
            ask(images, answer -> answer.string(Tag.SOP_INSTANCE_UID).ifPresent(uids::add), cancellation);
            uids.removeIf(uid -> store.contains(studyUid, one, uid));
            for (int from = 0; from < uids.size(); from += MOST_UIDS) {
                List<String> some = uids.subList(from, Math.min(uids.size(), from + MOST_UIDS));
                requests.add(level("IMAGE")
                        .set(Tag.STUDY_INSTANCE_UID, studyUid)
                        .set(Tag.SERIES_INSTANCE_UID, one)
                        .set(Tag.SOP_INSTANCE_UID, some.toArray(String[]::new)));
            }
        }
        return requests;
    }

    private static DataSet level(String level) {
        return new DataSet().set(Tag.of("QueryRetrieveLevel"), level);
    }

    @Override
    public void send(List<OutgoingInstance> instances, SendListener listener, Cancellation cancellation)
            throws IOException, InterruptedException {
        new Send(connector, peer(), ASSOCIATIONS).send(instances, listener, cancellation);
    }
}
