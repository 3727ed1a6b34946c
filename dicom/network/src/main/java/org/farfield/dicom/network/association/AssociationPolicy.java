package org.farfield.dicom.network.association;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.farfield.dicom.network.pdu.AnsweredContext;
import org.farfield.dicom.network.pdu.AsynchronousWindow;
import org.farfield.dicom.network.pdu.Pdu;
import org.farfield.dicom.network.pdu.ProposedContext;
import org.farfield.dicom.network.pdu.RoleSelection;
import org.farfield.dicom.network.pdu.UserInformation;

/**
 * Which associations an acceptor takes, and what of each (PS3.8 annex D, PS3.7 annex D). Immutable.
 *
 * @param ownTitle the AE title that must be called
 * @param callers calling AE titles that are taken; empty: any, which only makes sense behind TLS or in tests
 * @param offered transfer syntaxes a SOP class is taken in; a SOP class that is not named is refused
 * @param maximumLength the longest P-DATA-TF this side takes
 * @param reversed SOP classes of which the requestor may be the SCP, as in a report of storage commitment (PS3.4 J.3.3)
 */
public record AssociationPolicy(
        String ownTitle,
        Set<String> callers,
        Map<String, List<String>> offered,
        int maximumLength,
        Set<String> reversed) {
    private static final int MOST_OPERATIONS = 64;

    /** Keeps its own copies. */
    public AssociationPolicy {
        callers = Set.copyOf(callers);
        offered = Map.copyOf(offered);
        reversed = Set.copyOf(reversed);
    }

    /** In which every requestor is an SCU. */
    public AssociationPolicy(
            String ownTitle, Set<String> callers, Map<String, List<String>> offered, int maximumLength) {
        this(ownTitle, callers, offered, maximumLength, Set.of());
    }

    /** The answer to a request. */
    sealed interface Answer {}

    /** It is taken. */
    record Accept(Pdu.AssociateAccept accept) implements Answer {}

    /** It is refused. */
    record Reject(Pdu.AssociateReject reject, String cause) implements Answer {}

    Answer answer(Pdu.AssociateRequest request) {
        if (!request.calledTitle().equals(ownTitle)) {
            return new Reject(
                    Rejection.CALLED_TITLE_UNKNOWN,
                    "called AE title '" + request.calledTitle() + "' is not ours, '" + ownTitle + "'");
        }
        if (!callers.isEmpty() && !callers.contains(request.callingTitle())) {
            return new Reject(
                    Rejection.CALLING_TITLE_UNKNOWN,
                    "calling AE title '" + request.callingTitle() + "' is not configured");
        }
        Set<Integer> ids = new HashSet<>();
        List<AnsweredContext> answers = new ArrayList<>();
        for (ProposedContext context : request.contexts()) {
            if (!ids.add(context.id())) {
                return new Reject(Rejection.NO_REASON, "presentation context " + context.id() + " is proposed twice");
            }
            answers.add(answer(context));
        }
        UserInformation user = UserInformation.own(
                maximumLength,
                request.user().window().map(AssociationPolicy::answer),
                answer(request.user().roles()),
                Optional.empty());
        return new Accept(new Pdu.AssociateAccept(request.calledTitle(), request.callingTitle(), answers, user));
    }

    private AnsweredContext answer(ProposedContext context) {
        List<String> syntaxes = offered.get(context.abstractSyntax());
        String proposed = context.transferSyntaxes().isEmpty()
                ? ""
                : context.transferSyntaxes().getFirst();
        if (syntaxes == null) {
            return new AnsweredContext(context.id(), AnsweredContext.ABSTRACT_SYNTAX_NOT_SUPPORTED, proposed);
        }
        Predicate<String> taken = syntaxes::contains;
        return context.transferSyntaxes().stream()
                .filter(taken)
                .findFirst()
                .map(uid -> new AnsweredContext(context.id(), AnsweredContext.ACCEPTED, uid))
                .orElseGet(() ->
                        new AnsweredContext(context.id(), AnsweredContext.TRANSFER_SYNTAXES_NOT_SUPPORTED, proposed));
    }

    /** Operations are answered in their order, so that many may be under way; none is sent the other way. */
    private static AsynchronousWindow answer(AsynchronousWindow asked) {
        int invoked = asked.invoked() == 0 ? MOST_OPERATIONS : Math.min(asked.invoked(), MOST_OPERATIONS);
        return new AsynchronousWindow(invoked, 1);
    }

    /** The requestor is SCU, and SCP only where that is configured. */
    private List<RoleSelection> answer(List<RoleSelection> asked) {
        Map<String, RoleSelection> answers = new HashMap<>();
        asked.forEach(role -> answers.put(
                role.sopClass(),
                new RoleSelection(role.sopClass(), role.scu(), role.scp() && reversed.contains(role.sopClass()))));
        return List.copyOf(answers.values());
    }
}
