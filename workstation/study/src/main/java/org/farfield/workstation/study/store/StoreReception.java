package org.farfield.workstation.study.store;

import java.io.IOException;
import java.io.OutputStream;
import org.farfield.dicom.network.service.ArrivalFolder;
import org.farfield.dicom.network.service.InstanceSink;

/** One instance on its way into the store. One thread. */
final class StoreReception implements InstanceSink.Reception {
    private final StudyStore store;
    private final ArrivalFolder.Arrival arrival;

    StoreReception(StudyStore store, ArrivalFolder.Arrival arrival) {
        this.store = store;
        this.arrival = arrival;
    }

    @Override
    public OutputStream out() {
        return arrival.out();
    }

    @Override
    public void commit() throws IOException {
        place();
    }

    /** False when the same instance is there already. */
    boolean place() throws IOException {
        arrival.force();
        StoreFiles.Placed placed = store.place(arrival.file(), false);
        if (placed.fresh()) {
            arrival.linkedInto(placed.folder());
        }
        return placed.fresh();
    }

    @Override
    public void close() throws IOException {
        arrival.close();
    }
}
