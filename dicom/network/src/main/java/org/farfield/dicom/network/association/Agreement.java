package org.farfield.dicom.network.association;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.network.pdu.AnsweredContext;
import org.farfield.dicom.network.pdu.AsynchronousWindow;
import org.farfield.dicom.network.pdu.Pdu;
import org.farfield.dicom.network.pdu.ProposedContext;

/**
 * What the two sides of an association agreed on (PS3.8 annex D). Immutable.
 *
 * @param contexts in the order of the proposal
 * @param peerMaximumLength the longest P-DATA-TF the peer takes; 0 is without a limit
 * @param window operations that the requestor may have under way
 * @param peerImplementation the peer's implementation version, or its class UID, or ""
 */
public record Agreement(
        String callingTitle,
        String calledTitle,
        List<AcceptedContext> contexts,
        int peerMaximumLength,
        AsynchronousWindow window,
        String peerImplementation) {
    /** Keeps its own copy of the list. */
    public Agreement {
        contexts = List.copyOf(contexts);
    }

    /** The context with this id. */
    public Optional<AcceptedContext> context(int id) {
        return contexts.stream().filter(context -> context.id() == id).findFirst();
    }

    /** The first context of a SOP class. */
    public Optional<AcceptedContext> context(String abstractSyntax) {
        return contexts.stream()
                .filter(context -> context.abstractSyntax().equals(abstractSyntax))
                .findFirst();
    }

    /** The context of a SOP class in one transfer syntax. */
    public Optional<AcceptedContext> context(String abstractSyntax, TransferSyntax syntax) {
        return contexts.stream()
                .filter(context -> context.abstractSyntax().equals(abstractSyntax)
                        && context.transferSyntax().equals(syntax))
                .findFirst();
    }

    static Agreement of(Pdu.AssociateRequest request, Pdu.AssociateAccept accept, boolean asRequestor) {
        Map<Integer, AnsweredContext> answers = new HashMap<>();
        accept.contexts().forEach(answer -> answers.put(answer.id(), answer));
        List<AcceptedContext> contexts = new ArrayList<>();
        for (ProposedContext proposed : request.contexts()) {
            AnsweredContext answer = answers.get(proposed.id());
            if (answer != null
                    && answer.result() == AnsweredContext.ACCEPTED
                    && proposed.transferSyntaxes().contains(answer.transferSyntax())) {
                contexts.add(new AcceptedContext(
                        proposed.id(), proposed.abstractSyntax(), TransferSyntax.of(answer.transferSyntax())));
            }
        }
        var peer = asRequestor ? accept.user() : request.user();
        return new Agreement(
                request.callingTitle(),
                request.calledTitle(),
                contexts,
                peer.maximumLength(),
                accept.user().window().orElse(AsynchronousWindow.SYNCHRONOUS),
                peer.implementationVersion().isEmpty() ? peer.implementationClass() : peer.implementationVersion());
    }
}
