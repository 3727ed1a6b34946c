package org.farfield.dicom.network.service;

/** How a sending goes on. Called by several threads. */
public interface SendListener {
    /** The peer has taken an instance; {@code note} says how, when not as it is, else it is "". */
    void onSent(OutgoingInstance instance, String note);

    /** The peer has not taken an instance, or it could not be sent. */
    void onFailed(OutgoingInstance instance, String cause);
}
