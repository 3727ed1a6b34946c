package org.farfield.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.network.association.AcceptedContext;
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

/** C-FIND (PS3.4 C.4.1, K.4.1): which studies, series, instances or scheduled steps match. */
public final class Find {
    private Find() {}

    /**
     * Asks and waits for the end.
     *
     * @param keys matching and return keys, with the query level where the model has levels; its character set is the
     *     one in which the keys are sent
     * @param match gets each answer as it comes, on the calling thread
     * @return true when all matches came, false when the operation was cancelled
     * @throws IOException names peer and cause
     */
    public static boolean ask(
            Connector connector,
            Peer peer,
            QueryModel model,
            DataSet keys,
            Consumer<DataSet> match,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        AssociationProposal proposal =
                AssociationProposal.of(List.of(new ProposedContext(1, model.find(), SopClasses.plainSyntaxes())));
        try (Association association = connector.open(peer, proposal)) {
            DimseLink link = new DimseLink(association);
            AcceptedContext context = link.context(model.find(), "C-FIND " + model);
            int id = link.nextMessageId();
            link.send(
                    context,
                    CommandSet.request(CommandField.C_FIND, model.find())
                            .with(CommandTag.MESSAGE_ID, id)
                            .with(CommandTag.PRIORITY, 0),
                    keys);
            cancellation.onWish(() -> CancelRequest.send(link, context, id));
            while (true) {
                Incoming answer = link.expect();
                int status = answer.command().status();
                if (Status.isPending(status)) {
                    match.accept(answer.dataSet());
                } else if (status == Status.SUCCESS || status == Status.CANCEL) {
                    return status == Status.SUCCESS;
                } else {
                    throw new IOException(
                            peer + ": C-FIND ended with " + answer.command().outcome());
                }
            }
        }
    }
}
