package org.farfield.dicom.network.dimse;

/** Values of Command Field (0000,0100) (PS3.7 E.1); responses have the highest bit. */
public final class CommandField {
    public static final int C_STORE = 0x0001;
    public static final int C_GET = 0x0010;
    public static final int C_FIND = 0x0020;
    public static final int C_MOVE = 0x0021;
    public static final int C_ECHO = 0x0030;
    public static final int N_EVENT_REPORT = 0x0100;
    public static final int N_SET = 0x0120;
    public static final int N_ACTION = 0x0130;
    public static final int N_CREATE = 0x0140;
    public static final int C_CANCEL = 0x0FFF;
    public static final int RESPONSE = 0x8000;

    private CommandField() {}
}
