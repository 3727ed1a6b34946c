package org.farfield.dicom.network.association;

import org.farfield.dicom.network.association.AssociationException.Kind;
import org.farfield.dicom.network.pdu.Pdu.Abort;
import org.farfield.dicom.network.pdu.Pdu.AssociateReject;

/** The numbers of A-ASSOCIATE-RJ and A-ABORT in words (PS3.8 tables 9-21 and 9-26). */
final class Rejection {
    static final AssociateReject CALLED_TITLE_UNKNOWN = new AssociateReject(1, 1, 7);
    static final AssociateReject CALLING_TITLE_UNKNOWN = new AssociateReject(1, 1, 3);
    static final AssociateReject NO_REASON = new AssociateReject(1, 1, 1);
    static final AssociateReject TOO_MANY = new AssociateReject(2, 3, 2);

    private Rejection() {}

    static AssociationException exception(AssociateReject reject) {
        String how = reject.result() == 2 ? "for now" : "for good";
        return new AssociationException(
                Kind.REJECTED,
                "the peer refused the association " + how + ": " + reason(reject.source(), reject.reason()));
    }

    static AssociationException exception(Abort abort) {
        return new AssociationException(
                Kind.ABORTED,
                abort.source() == 0
                        ? "the peer aborted the association"
                        : "the peer's protocol layer aborted the association: " + reason(abort.reason()));
    }

    private static String reason(int source, int reason) {
        return switch (source * 10 + reason) {
            case 11, 21 -> "it gives no reason";
            case 12 -> "it does not know DICOM's application context";
            case 13 -> "it does not know the calling AE title";
            case 17 -> "it does not know the called AE title";
            case 22 -> "it does not know the protocol version";
            case 31 -> "it is congested";
            case 32 -> "it has too many associations";
            default -> "source " + source + ", reason " + reason;
        };
    }

    private static String reason(int reason) {
        return switch (reason) {
            case 0 -> "it gives no reason";
            case 1 -> "unrecognized PDU";
            case 2 -> "unexpected PDU";
            case 4 -> "unrecognized PDU parameter";
            case 5 -> "unexpected PDU parameter";
            case 6 -> "invalid PDU parameter value";
            default -> "reason " + reason;
        };
    }
}
