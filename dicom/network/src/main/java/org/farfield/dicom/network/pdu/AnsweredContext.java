package org.farfield.dicom.network.pdu;

/**
 * A presentation context as answered (PS3.8 9.3.3.2).
 *
 * @param result one of the constants
 * @param transferSyntax the one accepted; without meaning where the context is refused
 */
public record AnsweredContext(int id, int result, String transferSyntax) {
    public static final int ACCEPTED = 0;
    public static final int USER_REJECTION = 1;
    public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;
}
