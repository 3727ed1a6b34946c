package org.farfield.dicom.network.association;

import org.farfield.dicom.network.pdu.Pdu;

/** What the upper layer tells its user (PS3.8 7). All calls come on the channel's event loop and must not block. */
interface UpperLayerUser {
    /** A-ASSOCIATE indication: answer by accept or reject. */
    void onAssociateRequest(Pdu.AssociateRequest request);

    /** A-ASSOCIATE confirmation. */
    void onAssociated(Pdu.AssociateAccept accept);

    /** P-DATA indication. */
    void onData(Pdu.DataTransfer data);

    /** A-RELEASE indication: answer by a release response. */
    void onReleaseRequest();

    /** The association has ended in order. */
    void onReleased();

    /** The association has ended otherwise, or never began; called once at most. */
    void onEnd(AssociationException cause);
}
