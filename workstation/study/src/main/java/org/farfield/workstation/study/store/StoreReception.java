package org.farfield.workstation.study.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.farfield.dicom.network.service.InstanceSink;

/** One instance on its way into the store. One thread. */
final class StoreReception implements InstanceSink.Reception {
    private final StudyStore store;
    private final Path unfinished;
    private final OutputStream out;

    StoreReception(StudyStore store, Path unfinished) throws IOException {
        this.store = store;
        this.unfinished = unfinished;
        this.out = Files.newOutputStream(unfinished);
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void commit() throws IOException {
        StudyStore.force(unfinished);
        store.place(unfinished, false);
    }

    boolean place() throws IOException {
        StudyStore.force(unfinished);
        return store.place(unfinished, false);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }
}
