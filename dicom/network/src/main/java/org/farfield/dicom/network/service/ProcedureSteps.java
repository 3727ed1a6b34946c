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
        send("N-CREATE", created(uid), step, Status.SUCCESS);
        return uid;
    }

    /**
     * N-CREATE of a step under a SOP Instance UID of our own. May be asked again when the answer was lost: a step that
     * is there already counts as created.
     */
    public void create(String uid, DataSet step) throws IOException, InterruptedException {
        send("N-CREATE", created(uid), step, Status.DUPLICATE_INSTANCE);
    }

    private static CommandSet created(String uid) {
        return CommandSet.request(CommandField.N_CREATE, SopClasses.PROCEDURE_STEP)
                .with(CommandTag.AFFECTED_SOP_INSTANCE, uid);
    }

    /** N-SET of a step that was created, for instance to COMPLETED or DISCONTINUED. */
    public void set(String uid, DataSet changes) throws IOException, InterruptedException {
        send("N-SET", CommandSet.about(CommandField.N_SET, SopClasses.PROCEDURE_STEP, uid), changes, Status.SUCCESS);
    }

    /** @param alsoGood a status that is as good as success */
    private void send(String operation, CommandSet request, DataSet dataSet, int alsoGood)
            throws IOException, InterruptedException {
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
            if (status != Status.SUCCESS && status != alsoGood && !Status.isWarning(status)) {
                throw new IOException(peer + ": " + operation + " ended with "
                        + answer.command().outcome());
            }
        }
    }
}
