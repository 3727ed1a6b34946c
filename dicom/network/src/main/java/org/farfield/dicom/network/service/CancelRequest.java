package org.farfield.dicom.network.service;

import java.io.IOException;
import org.farfield.dicom.network.association.AcceptedContext;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.DimseLink;

/** C-CANCEL (PS3.7 9.3.2.3). A peer that does not take it any more has ended already. */
final class CancelRequest {
    private CancelRequest() {}

    static void send(DimseLink link, AcceptedContext context, int messageId) {
        Thread.ofVirtual().name("dicom-cancel").start(() -> {
            try {
                link.send(context, CommandSet.cancel(messageId));
            } catch (IOException ended) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
