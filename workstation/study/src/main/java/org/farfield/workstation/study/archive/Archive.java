package org.farfield.workstation.study.archive;

import org.farfield.dicom.network.association.Peer;

/**
 * Another DICOM system that a reader may search, retrieve from and send to.
 *
 * @param name as the reader knows it
 * @param retrieveBy which service brings its studies here
 */
public record Archive(String name, Peer peer, RetrieveBy retrieveBy) {
    /** C-GET on our association, or C-MOVE to our storage SCP. */
    public enum RetrieveBy {
        GET,
        MOVE
    }
}
