package org.farfield.dicom.network.service;

import java.io.IOException;
import java.io.OutputStream;

/** Where received instances go. Called by several associations at once, each on its own thread. */
public interface InstanceSink {
    /** Begins one; a disk that refuses is an {@link IOException}, which the peer is told. */
    Reception begin(InstanceOrigin origin) throws IOException;

    /** One instance that is coming in. One thread. */
    interface Reception extends AutoCloseable {
        /** Takes the bytes of a Part 10 file. */
        OutputStream out();

        /**
         * Ends it. When this returns, the instance survives a power cut: only then is the peer told of success.
         *
         * @throws org.farfield.dicom.DicomException when the bytes are no instance that can be kept
         * @throws IOException when the disk refuses
         */
        void commit() throws IOException;

        /** Drops what has not been committed. */
        @Override
        void close() throws IOException;
    }
}
