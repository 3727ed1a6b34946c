package org.farfield.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.network.service.FolderSink;
import org.farfield.dicom.network.service.InstanceSink;

/** Where received instances go: {@code --out}, a folder of files. */
record ReceivePlace(InstanceSink sink) implements AutoCloseable {
    static final Set<String> NAMES = Set.of("--out");
    static final String USAGE = "--out DIR";

    static ReceivePlace of(Arguments arguments) throws WrongUsage, IOException {
        Optional<String> folder = arguments.value("--out");
        if (folder.isEmpty()) {
            throw new WrongUsage("--out is missing");
        }
        return new ReceivePlace(new FolderSink(Path.of(folder.get())));
    }

    @Override
    public void close() {}
}
