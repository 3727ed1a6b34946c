package org.farfield.dicom.network.dimse;

/** Element numbers of group 0000 (PS3.7 E.1). */
public final class CommandTag {
    public static final int AFFECTED_SOP_CLASS = 0x0002;
    public static final int REQUESTED_SOP_CLASS = 0x0003;
    public static final int COMMAND_FIELD = 0x0100;
    public static final int MESSAGE_ID = 0x0110;
    public static final int MESSAGE_ID_RESPONDED_TO = 0x0120;
    public static final int MOVE_DESTINATION = 0x0600;
    public static final int PRIORITY = 0x0700;
    public static final int DATA_SET_TYPE = 0x0800;
    public static final int STATUS = 0x0900;
    public static final int OFFENDING_ELEMENT = 0x0901;
    public static final int ERROR_COMMENT = 0x0902;
    public static final int AFFECTED_SOP_INSTANCE = 0x1000;
    public static final int REQUESTED_SOP_INSTANCE = 0x1001;
    public static final int EVENT_TYPE = 0x1002;
    public static final int ACTION_TYPE = 0x1008;
    public static final int REMAINING = 0x1020;
    public static final int COMPLETED = 0x1021;
    public static final int FAILED = 0x1022;
    public static final int WARNING = 0x1023;
    public static final int MOVE_ORIGINATOR = 0x1030;
    public static final int MOVE_ORIGINATOR_MESSAGE_ID = 0x1031;

    private CommandTag() {}
}
