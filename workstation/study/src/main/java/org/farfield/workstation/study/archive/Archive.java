package org.farfield.workstation.study.archive;

import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.StorageContexts;
import org.farfield.dicom.web.WebService;

/**
 * Another system that a reader may search, retrieve from and send to.
 *
 * @param name as the reader knows it
 * @param access how it is spoken with
 */
public record Archive(String name, Access access) {
    /** An archive that speaks DIMSE. */
    public Archive(String name, Peer peer, RetrieveBy retrieveBy) {
        this(name, new Dimse(peer, retrieveBy, StorageContexts.ALL));
    }

    /** How an archive is spoken with. */
    public sealed interface Access {}

    /**
     * By messages on associations (PS3.7).
     *
     * @param retrieveBy which service brings its studies here
     * @param contexts what is asked of it by C-GET
     */
    public record Dimse(Peer peer, RetrieveBy retrieveBy, StorageContexts contexts) implements Access {}

    /** By HTTP (PS3.18). */
    public record Web(WebService service) implements Access {}

    /** C-GET on our association, C-MOVE to our storage SCP, or WADO-RS. */
    public enum RetrieveBy {
        GET,
        MOVE,
        WADO
    }

    /** Which service brings its studies here. */
    public RetrieveBy retrieveBy() {
        return access instanceof Dimse dimse ? dimse.retrieveBy() : RetrieveBy.WADO;
    }
}
