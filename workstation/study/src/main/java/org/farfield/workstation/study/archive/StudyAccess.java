package org.farfield.workstation.study.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.workstation.study.store.StudyFilter;

/** What can be done with an archive, however it is spoken with. Methods wait; faults name peer and cause. */
interface StudyAccess {
    List<FoundStudy> find(StudyFilter filter, Cancellation cancellation) throws IOException, InterruptedException;

    Duration test() throws IOException, InterruptedException;

    /** Brings those instances of a study that the store does not have yet. */
    Retrieve.Result retrieve(String studyUid, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException, InterruptedException;

    void send(List<OutgoingInstance> instances, SendListener listener, Cancellation cancellation)
            throws IOException, InterruptedException;
}
