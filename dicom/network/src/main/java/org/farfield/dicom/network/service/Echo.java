package org.farfield.dicom.network.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationProposal;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.CommandTag;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;
import org.farfield.dicom.network.pdu.ProposedContext;

/** Verification (PS3.4 A): whether a peer is there and knows us. */
public final class Echo {
    private Echo() {}

    /**
     * What a peer answered.
     *
     * @param roundTrip of the C-ECHO alone
     * @param implementation as the peer names itself
     */
    public record Answer(Duration roundTrip, String implementation) {}

    /** Asks; an {@link IOException} names peer and cause when the answer is not success. */
    public static Answer ask(Connector connector, Peer peer) throws IOException, InterruptedException {
        AssociationProposal proposal =
                AssociationProposal.of(List.of(new ProposedContext(1, Uids.VERIFICATION, SopClasses.plainSyntaxes())));
        try (Association association = connector.open(peer, proposal)) {
            DimseLink link = new DimseLink(association);
            long start = System.nanoTime();
            link.send(
                    link.context(Uids.VERIFICATION, "verification"),
                    CommandSet.request(CommandField.C_ECHO, Uids.VERIFICATION)
                            .with(CommandTag.MESSAGE_ID, link.nextMessageId()));
            Incoming answer = link.expect();
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
            if (answer.command().status() != Status.SUCCESS) {
                throw new IOException(
                        peer + ": C-ECHO ended with " + answer.command().outcome());
            }
            return new Answer(roundTrip, association.agreement().peerImplementation());
        }
    }
}
