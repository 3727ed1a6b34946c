package org.farfield.dicom.network.association;

import org.farfield.dicom.TransferSyntax;

/** A presentation context both sides agree on. */
public record AcceptedContext(int id, String abstractSyntax, TransferSyntax transferSyntax) {}
