package org.farfield.dicom.network.pdu;

import java.util.List;

/**
 * A presentation context as proposed (PS3.8 9.3.2.2).
 *
 * @param id odd, 1..255
 * @param abstractSyntax the SOP class
 * @param transferSyntaxes UIDs, the preferred one first
 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
    /** Keeps its own copy of the list. */
    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
