package org.farfield.dicom.network.service;

/** What a storage SCP tells the user. Called by many threads; must not block for long. */
public interface ReceiveListener {
    /** An association was agreed on. */
    default void onAssociation(String callingTitle, String peer) {}

    /** An instance is stored and acknowledged. */
    default void onStored(InstanceOrigin origin) {}

    /** An instance was not stored; the peer has been told. */
    default void onFailed(InstanceOrigin origin, String cause) {}

    /** A peer was refused, or its association broke; a complete line. */
    default void onTrouble(String line) {}
}
