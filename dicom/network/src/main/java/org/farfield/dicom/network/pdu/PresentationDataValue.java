package org.farfield.dicom.network.pdu;

import org.farfield.dicom.ByteSlice;

/**
 * A fragment of a message (PS3.8 9.3.5.1, annex E.2).
 *
 * @param command whether it belongs to the command set, not the data set
 * @param last whether it is the last one of that set
 */
public record PresentationDataValue(int contextId, boolean command, boolean last, ByteSlice bytes) {}
