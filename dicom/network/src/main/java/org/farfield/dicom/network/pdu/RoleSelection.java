package org.farfield.dicom.network.pdu;

/** SCP/SCU role selection for one SOP class, as the requestor's roles (PS3.7 D.3.3.4). */
public record RoleSelection(String sopClass, boolean scu, boolean scp) {}
