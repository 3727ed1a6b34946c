package org.farfield.dicom.network.pdu;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.ByteSlice;

/**
 * The body of one P-DATA-TF (PS3.8 9.3.5), handed on as its bytes come, so that nothing waits for the end of a PDU: a
 * fragment that is there in part becomes a smaller fragment, and only its last piece can be the last of the message.
 *
 * <pre>
 * P-DATA-TF:  { length(4) context(1) control(1) bytes }
 * control:    bit 0 command, bit 1 last fragment
 * </pre>
 */
final class DataPieces {
    private static final int HEAD = 6;

    private long bodyLeft;
    private boolean inside;
    private long fragmentLeft;
    private int context;
    private int control;

    /** Begins a PDU. */
    void begin(long bodyLength) {
        bodyLeft = bodyLength;
        inside = false;
    }

    /** Whether the PDU is not at its end. */
    boolean unfinished() {
        return bodyLeft > 0;
    }

    /** Takes what is there; the list may be empty. */
    List<PresentationDataValue> read(ByteBuf in) throws MalformedPdu {
        List<PresentationDataValue> values = new ArrayList<>(1);
        while (bodyLeft > 0 && (inside || begins(in))) {
            int count = (int) Math.min(fragmentLeft, in.readableBytes());
            if (count == 0 && fragmentLeft > 0) {
                break;
            }
            ByteSlice bytes = ByteSlice.of(ByteBufUtil.getBytes(in.readSlice(count)));
            fragmentLeft -= count;
            bodyLeft -= count;
            inside = fragmentLeft > 0;
            boolean last = (control & 2) != 0 && !inside;
            values.add(new PresentationDataValue(context, (control & 1) != 0, last, bytes));
        }
        return values;
    }

    private boolean begins(ByteBuf in) throws MalformedPdu {
        if (bodyLeft < HEAD) {
            throw new MalformedPdu(
                    MalformedPdu.INVALID_VALUE, "a fragment's head where " + bodyLeft + " bytes are left");
        }
        if (in.readableBytes() < HEAD) {
            return false;
        }
        long length = in.readUnsignedInt();
        if (length < 2 || length > bodyLeft - Integer.BYTES) {
            throw new MalformedPdu(
                    MalformedPdu.INVALID_VALUE,
                    "a fragment of " + length + " bytes where " + (bodyLeft - Integer.BYTES) + " are left");
        }
        context = PduReader.contextId(in.readUnsignedByte());
        control = in.readUnsignedByte();
        fragmentLeft = length - 2;
        bodyLeft -= HEAD;
        // A fragment without bytes ends here, and is handed on all the same: it may be the last one.
        inside = true;
        return true;
    }
}
