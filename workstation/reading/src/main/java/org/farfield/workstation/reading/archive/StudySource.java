package org.farfield.workstation.reading.archive;

import java.util.Optional;
import org.farfield.workstation.study.archive.Archive;

/** A place where studies are: this machine's store, or an archive. */
public record StudySource(Optional<Archive> archive) {
    /** The store. */
    public static final StudySource LOCAL = new StudySource(Optional.empty());

    /** Whether it is the store. */
    public boolean isLocal() {
        return archive.isEmpty();
    }
}
