package org.farfield.dicom.model;

import java.io.IOException;
import java.util.Optional;

/**
 * Gives a reader the values that a model only refers to (PS3.18 F.2.6, PS3.19 A.1.5). The URI is input like any other:
 * a source decides what it fetches, and never takes it for a path.
 */
@FunctionalInterface
public interface BulkDataSource {
    /** Fetches nothing: values that are only referred to are empty. */
    BulkDataSource NONE = (tag, uri) -> Optional.empty();

    /**
     * The value of an element, numbers little endian.
     *
     * @return empty where this source leaves the value out
     * @throws IOException when the URI is none of this source's, or the value cannot be had
     */
    Optional<byte[]> fetch(int tag, String uri) throws IOException;
}
