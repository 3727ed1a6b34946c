package org.farfield.dicom.network.association;

import java.util.List;
import java.util.Optional;
import org.farfield.dicom.network.pdu.AsynchronousWindow;
import org.farfield.dicom.network.pdu.Pdu;
import org.farfield.dicom.network.pdu.ProposedContext;
import org.farfield.dicom.network.pdu.RoleSelection;
import org.farfield.dicom.network.pdu.UserIdentity;
import org.farfield.dicom.network.pdu.UserInformation;

/**
 * What a requestor proposes.
 *
 * @param window operations it would like to have under way at once
 * @param roles SOP classes for which it also, or only, is SCP
 */
public record AssociationProposal(
        List<ProposedContext> contexts,
        Optional<AsynchronousWindow> window,
        List<RoleSelection> roles,
        Optional<UserIdentity> identity) {
    /** The longest P-DATA-TF that Farfield takes. */
    public static final int MAXIMUM_LENGTH = 1 << 18;

    /** Keeps its own copies of the lists. */
    public AssociationProposal {
        contexts = List.copyOf(contexts);
        roles = List.copyOf(roles);
    }

    /** Contexts only. */
    public static AssociationProposal of(List<ProposedContext> contexts) {
        return new AssociationProposal(contexts, Optional.empty(), List.of(), Optional.empty());
    }

    Pdu.AssociateRequest request(String called, String calling) {
        return new Pdu.AssociateRequest(
                called, calling, contexts, UserInformation.own(MAXIMUM_LENGTH, window, roles, identity));
    }
}
