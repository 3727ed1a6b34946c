package org.farfield.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.network.service.FolderSink;
import org.farfield.dicom.network.service.InstanceSink;
import org.farfield.workstation.study.store.StudyStore;

/** Where received instances go: {@code --out}, a folder of files, or {@code --store}, the study store. */
record ReceivePlace(InstanceSink sink, Closeable files) implements AutoCloseable {
    static final Set<String> NAMES = Set.of("--out", "--store");
    static final String USAGE = "(--out DIR | --store DIR)";

    static ReceivePlace of(Arguments arguments) throws WrongUsage, IOException {
        Optional<String> folder = arguments.value("--out");
        Optional<String> store = arguments.value("--store");
        if (folder.isPresent() == store.isPresent()) {
            throw new WrongUsage("either --out or --store is needed");
        }
        if (folder.isPresent()) {
            FolderSink sink = new FolderSink(Path.of(folder.get()));
            return new ReceivePlace(sink, sink::close);
        }
        StudyStore opened = StudyStore.open(StorePassphrase.unlocked(DicomFiles.path(arguments.required("--store"))));
        return new ReceivePlace(opened, opened::close);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
