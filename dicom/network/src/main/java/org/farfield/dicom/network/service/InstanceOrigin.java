package org.farfield.dicom.network.service;

import org.farfield.dicom.TransferSyntax;

/**
 * An instance that a peer sends, as its C-STORE announces it. Nothing of it is believed before the data set says the
 * same, and nothing of it becomes part of a path.
 *
 * @param callingTitle AE title of the sender
 * @param peer its address, for messages
 */
public record InstanceOrigin(
        String sopClassUid, String sopInstanceUid, TransferSyntax transferSyntax, String callingTitle, String peer) {}
