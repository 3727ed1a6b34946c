package org.farfield.dicom.model;

import java.io.IOException;
import java.util.Optional;
import org.farfield.dicom.Element;

/** Where a writer puts values that are too long for the model itself (PS3.18 F.2.6, PS3.19 A.1.5). */
@FunctionalInterface
public interface BulkDataStore {
    /** Keeps nothing: long values are left out with their elements. */
    BulkDataStore NONE = value -> Optional.empty();

    /**
     * Keeps a value.
     *
     * @return the URI that stands in its place; empty where it is not kept, and the element is left out
     */
    Optional<String> keep(Element.Value value) throws IOException;
}
