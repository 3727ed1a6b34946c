package org.farfield.workstation.study.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.workstation.study.store.StoreUsage;
import org.farfield.workstation.study.store.StudyFilter;

/** Where studies are and how they come and go. Every method waits; faults name peer and cause. */
public interface StudySources extends AutoCloseable {
    /** Our place on the network, and the archives. */
    NetworkSettings settings();

    /** Studies in the store. */
    List<FoundStudy> local(StudyFilter filter) throws IOException;

    /** How full the store is. */
    StoreUsage usage() throws IOException;

    /** Studies in an archive. */
    List<FoundStudy> find(Archive archive, StudyFilter filter, Cancellation cancellation)
            throws IOException, InterruptedException;

    /** Whether an archive answers, and in what time. */
    Duration test(Archive archive) throws IOException, InterruptedException;

    /** Brings a study into the store by the archive's way. With C-MOVE our storage SCP must be on. */
    Retrieve.Result retrieve(
            Archive archive, String studyUid, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException, InterruptedException;

    /** Sends a study of the store to an archive; gives how many instances it took. */
    int send(Archive archive, String studyUid, SendListener listener, Cancellation cancellation)
            throws IOException, InterruptedException;

    /** Files of a study in the store; the study counts as read from now on. */
    List<Path> open(String studyUid) throws IOException;

    /** Files of a study in the store that are structured reports; it counts as read no more than before. */
    List<Path> documents(String studyUid) throws IOException;

    /** Turns our storage SCP on, until what this gives is closed. */
    Receiving receive(ReceiveListener events) throws IOException;

    /** Ends all that is under way. */
    @Override
    void close() throws IOException;

    /** A storage SCP that is on. */
    interface Receiving extends AutoCloseable {
        /** The port it listens on. */
        int port();

        @Override
        void close();
    }
}
