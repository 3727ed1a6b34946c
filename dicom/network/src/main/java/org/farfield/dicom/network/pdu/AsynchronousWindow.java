package org.farfield.dicom.network.pdu;

/**
 * How many operations may be under way at once (PS3.7 D.3.3.3); 0 is without a limit.
 *
 * @param invoked by the association's requestor
 * @param performed by the association's requestor
 */
public record AsynchronousWindow(int invoked, int performed) {
    /** One by one, as without this negotiation. */
    public static final AsynchronousWindow SYNCHRONOUS = new AsynchronousWindow(1, 1);
}
