package org.farfield.dicom.network.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomException.Reason;

/**
 * The command set of a message (PS3.7 6.3.1): elements of group 0000, always implicit VR little endian. Immutable; each
 * change gives another one.
 */
public final class CommandSet {
    static final int NO_DATA_SET = 0x0101;
    private static final Set<Integer> UIDS = Set.of(
            CommandTag.AFFECTED_SOP_CLASS,
            CommandTag.REQUESTED_SOP_CLASS,
            CommandTag.AFFECTED_SOP_INSTANCE,
            CommandTag.REQUESTED_SOP_INSTANCE);
    private static final int WITH_DATA_SET = 0x0000;
    private static final int ELEMENT_HEAD = 8;

    private final SortedMap<Integer, ByteSlice> elements;

    private CommandSet(SortedMap<Integer, ByteSlice> elements) {
        this.elements = Collections.unmodifiableSortedMap(elements);
    }

    /** A request; its message ID is given when it is sent. */
    public static CommandSet request(int field, String sopClass) {
        return new CommandSet(new TreeMap<>())
                .with(CommandTag.AFFECTED_SOP_CLASS, sopClass)
                .with(CommandTag.COMMAND_FIELD, field);
    }

    /** A request about an instance that the peer has (N-SET, N-ACTION; PS3.7 10.1). */
    public static CommandSet about(int field, String sopClass, String sopInstance) {
        return new CommandSet(new TreeMap<>())
                .with(CommandTag.REQUESTED_SOP_CLASS, sopClass)
                .with(CommandTag.COMMAND_FIELD, field)
                .with(CommandTag.REQUESTED_SOP_INSTANCE, sopInstance);
    }

    /** Asks the peer to end an operation. */
    public static CommandSet cancel(int messageId) {
        return new CommandSet(new TreeMap<>())
                .with(CommandTag.COMMAND_FIELD, CommandField.C_CANCEL)
                .with(CommandTag.MESSAGE_ID_RESPONDED_TO, messageId);
    }

    /** The response to a request. */
    public CommandSet response(int status) {
        CommandSet response = new CommandSet(new TreeMap<>())
                .with(CommandTag.COMMAND_FIELD, field() | CommandField.RESPONSE)
                .with(CommandTag.MESSAGE_ID_RESPONDED_TO, messageId())
                .with(CommandTag.STATUS, status);
        for (int tag : new int[] {CommandTag.AFFECTED_SOP_CLASS, CommandTag.AFFECTED_SOP_INSTANCE}) {
            if (elements.containsKey(tag)) {
                response = response.with(tag, text(tag).orElse(""));
            }
        }
        if (elements.containsKey(CommandTag.REQUESTED_SOP_CLASS)) {
            response = response.with(CommandTag.AFFECTED_SOP_CLASS, sopClass())
                    .with(CommandTag.AFFECTED_SOP_INSTANCE, sopInstance());
        }
        for (int tag : new int[] {CommandTag.EVENT_TYPE, CommandTag.ACTION_TYPE}) {
            if (elements.containsKey(tag)) {
                response = response.with(tag, number(tag).orElse(0));
            }
        }
        return response;
    }

    /** With a number (US). */
    public CommandSet with(int element, int value) {
        byte[] bytes = {(byte) value, (byte) (value >>> 8)};
        return with(element, ByteSlice.of(bytes));
    }

    /** With text: a UID is padded by a null, anything else by a space. */
    public CommandSet with(int element, String value) {
        boolean uid = UIDS.contains(element);
        String padded = value.length() % 2 == 0 ? value : value + (uid ? "\0" : " ");
        return with(element, ByteSlice.of(padded.getBytes(StandardCharsets.US_ASCII)));
    }

    private CommandSet with(int element, ByteSlice value) {
        SortedMap<Integer, ByteSlice> changed = new TreeMap<>(elements);
        changed.put(element, value);
        return new CommandSet(changed);
    }

    /** With the mark whether a data set follows. */
    CommandSet followed(boolean byDataSet) {
        return with(CommandTag.DATA_SET_TYPE, byDataSet ? WITH_DATA_SET : NO_DATA_SET);
    }

    /** A number. */
    public OptionalInt number(int element) {
        ByteSlice value = elements.get(element);
        return value == null || value.length() < 2
                ? OptionalInt.empty()
                : OptionalInt.of(value.at(0) | value.at(1) << 8);
    }

    /** Text without padding. */
    public Optional<String> text(int element) {
        ByteSlice value = elements.get(element);
        return value == null
                ? Optional.empty()
                : Optional.of(new String(value.toArray(), StandardCharsets.US_ASCII)
                        .replace('\0', ' ')
                        .strip());
    }

    /** Command Field, or 0. */
    public int field() {
        return number(CommandTag.COMMAND_FIELD).orElse(0);
    }

    /** Message ID, or 0. */
    public int messageId() {
        return number(CommandTag.MESSAGE_ID).orElse(0);
    }

    /** Message ID Being Responded To, or 0. */
    public int respondedTo() {
        return number(CommandTag.MESSAGE_ID_RESPONDED_TO).orElse(0);
    }

    /** Status; a response without one is a failure. */
    public int status() {
        return number(CommandTag.STATUS).orElse(Status.PROCESSING_FAILURE);
    }

    /** Affected, or Requested, SOP Class UID, or "". */
    public String sopClass() {
        return text(CommandTag.AFFECTED_SOP_CLASS)
                .or(() -> text(CommandTag.REQUESTED_SOP_CLASS))
                .orElse("");
    }

    /** Affected, or Requested, SOP Instance UID, or "". */
    public String sopInstance() {
        return text(CommandTag.AFFECTED_SOP_INSTANCE)
                .or(() -> text(CommandTag.REQUESTED_SOP_INSTANCE))
                .orElse("");
    }

    /** Whether it is a response. */
    public boolean isResponse() {
        return (field() & CommandField.RESPONSE) != 0;
    }

    /** Whether a data set follows. */
    public boolean hasDataSet() {
        return number(CommandTag.DATA_SET_TYPE).orElse(NO_DATA_SET) != NO_DATA_SET;
    }

    /** Status and Error Comment for a message. */
    public String outcome() {
        String comment = text(CommandTag.ERROR_COMMENT).orElse("");
        return Status.describe(status()) + (comment.isEmpty() ? "" : ": " + comment);
    }

    byte[] encode() {
        int length = elements.values().stream()
                .mapToInt(value -> ELEMENT_HEAD + value.length())
                .sum();
        ByteBuffer out = ByteBuffer.allocate(12 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 0).putInt(4).putInt(length);
        elements.forEach((element, value) -> {
            out.putShort((short) 0).putShort(element.shortValue()).putInt(value.length());
            out.put(value.buffer());
        });
        return out.array();
    }

    static CommandSet decode(byte[] bytes) throws DicomException {
        SortedMap<Integer, ByteSlice> elements = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            if (in.remaining() < ELEMENT_HEAD) {
                throw new DicomException(Reason.TRUNCATED, "a command set ends inside an element");
            }
            int group = in.getShort();
            int element = in.getShort() & 0xFFFF;
            int length = in.getInt();
            if (group != 0 || length < 0 || length > in.remaining()) {
                throw new DicomException(Reason.MALFORMED, "a command set that is none");
            }
            if (element != 0) {
                elements.put(element, ByteSlice.of(bytes, in.position(), length));
            }
            in.position(in.position() + length);
        }
        return new CommandSet(elements);
    }

    /** The numbers only. */
    @Override
    public String toString() {
        return String.format("command %04X of %d elements", field(), elements.size());
    }
}
