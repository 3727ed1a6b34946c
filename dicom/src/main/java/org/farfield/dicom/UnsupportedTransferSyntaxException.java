package org.farfield.dicom;

/** Pixel data in an encoding that has no codec here; the rest of the data set is still good. */
public final class UnsupportedTransferSyntaxException extends DicomException {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final String name;

    /** Names the transfer syntax in the message. */
    public UnsupportedTransferSyntaxException(TransferSyntax syntax) {
        this(
                syntax.uid(),
                syntax.name(),
                "no decoder for transfer syntax " + syntax.name() + " (" + syntax.uid() + ")");
    }

    private UnsupportedTransferSyntaxException(String uid, String name, String message) {
        super(Reason.UNSUPPORTED, message);
        this.uid = uid;
        this.name = name;
    }

    /** The UID of the transfer syntax. */
    public String uid() {
        return uid;
    }

    /** The name of the transfer syntax in PS3.6. */
    public String name() {
        return name;
    }

    @Override
    public DicomException in(String origin) {
        return new UnsupportedTransferSyntaxException(uid, name, origin + ": " + getMessage());
    }
}
