package org.farfield.dicom.network.service;

import java.io.IOException;
import java.util.List;
import org.farfield.dicom.DataSet;
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

/**
 * Modality Performed Procedure Step, the side that performs (PS3.4 F.7): tells an information system that a step began,
 * and how it ended. Any thread; the calling one waits.
 */
public final class ProcedureSteps {
    private final Connector connector;
    private final Peer peer;

    /** Told to one peer. */
    public ProcedureSteps(Connector connector, Peer peer) {
        this.connector = connector;
        this.peer = peer;
    }

    /**
     * N-CREATE of a step IN PROGRESS.
     *
     * @param step attributes of PS3.4 table F.7.2-1
     * @return the step's SOP Instance UID
     */
    public String create(DataSet step) throws IOException, InterruptedException {
        String uid = Uids.create();
        CommandSet request = CommandSet.request(CommandField.N_CREATE, SopClasses.PROCEDURE_STEP)
                .with(CommandTag.AFFECTED_SOP_INSTANCE, uid);
        send("N-CREATE", request, step);
        return uid;
    }

    /** N-SET of a step that was created, for instance to COMPLETED or DISCONTINUED. */
    public void set(String uid, DataSet changes) throws IOException, InterruptedException {
        send("N-SET", CommandSet.about(CommandField.N_SET, SopClasses.PROCEDURE_STEP, uid), changes);
    }

    private void send(String operation, CommandSet request, DataSet dataSet) throws IOException, InterruptedException {
        AssociationProposal proposal = AssociationProposal.of(
                List.of(new ProposedContext(1, SopClasses.PROCEDURE_STEP, SopClasses.plainSyntaxes())));
        try (Association association = connector.open(peer, proposal)) {
            DimseLink link = new DimseLink(association);
            link.send(
                    link.context(SopClasses.PROCEDURE_STEP, "performed procedure steps"),
                    request.with(CommandTag.MESSAGE_ID, link.nextMessageId()),
                    dataSet);
            Incoming answer = link.expect();
            int status = answer.command().status();
            if (status != Status.SUCCESS && !Status.isWarning(status)) {
                throw new IOException(peer + ": " + operation + " ended with "
                        + answer.command().outcome());
            }
        }
    }
}
