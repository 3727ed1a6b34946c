package org.farfield.dicom.network.pdu;

import java.util.List;

/** One protocol data unit of the upper layer (PS3.8 9.3). Immutable. */
public sealed interface Pdu {
    /** A-ASSOCIATE-RQ: who calls whom, and what for (PS3.8 9.3.2). */
    record AssociateRequest(
            String calledTitle, String callingTitle, List<ProposedContext> contexts, UserInformation user)
            implements Pdu {
        /** Keeps its own copy of the list. */
        public AssociateRequest {
            contexts = List.copyOf(contexts);
        }
    }

    /** A-ASSOCIATE-AC: what the acceptor agrees to (PS3.8 9.3.3). */
    record AssociateAccept(
            String calledTitle, String callingTitle, List<AnsweredContext> contexts, UserInformation user)
            implements Pdu {
        /** Keeps its own copy of the list. */
        public AssociateAccept {
            contexts = List.copyOf(contexts);
        }
    }

    /** A-ASSOCIATE-RJ (PS3.8 9.3.4); the numbers are those of table 9-21. */
    record AssociateReject(int result, int source, int reason) implements Pdu {}

    /** P-DATA-TF: fragments of messages (PS3.8 9.3.5). */
    record DataTransfer(List<PresentationDataValue> values) implements Pdu {
        /** Keeps its own copy of the list. */
        public DataTransfer {
            values = List.copyOf(values);
        }
    }

    /** A-RELEASE-RQ (PS3.8 9.3.6). */
    record ReleaseRequest() implements Pdu {}

    /** A-RELEASE-RP (PS3.8 9.3.7). */
    record ReleaseReply() implements Pdu {}

    /** A-ABORT (PS3.8 9.3.8): source 0 is the user, 2 the provider with a reason of table 9-26. */
    record Abort(int source, int reason) implements Pdu {}
}
