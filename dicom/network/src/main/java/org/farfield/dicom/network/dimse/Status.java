package org.farfield.dicom.network.dimse;

import java.util.Locale;

/** Status (0000,0900) of a response (PS3.7 annex C, PS3.4 B.2.3, C.4). */
public final class Status {
    public static final int SUCCESS = 0x0000;
    public static final int CANCEL = 0xFE00;
    public static final int PENDING = 0xFF00;
    public static final int PENDING_WITHOUT_OPTIONAL_KEYS = 0xFF01;
    public static final int OUT_OF_RESOURCES = 0xA700;
    public static final int NOT_OF_THE_CLASS = 0xA900;
    public static final int CANNOT_UNDERSTAND = 0xC000;
    public static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
    public static final int UNRECOGNIZED_OPERATION = 0x0211;
    public static final int PROCESSING_FAILURE = 0x0110;

    public static final int DUPLICATE_INSTANCE = 0x0111;
    public static final int NO_SUCH_INSTANCE = 0x0112;
    public static final int INVALID_ATTRIBUTE = 0x0106;

    private Status() {}

    /** Whether more responses follow. */
    public static boolean isPending(int status) {
        return status == PENDING || status == PENDING_WITHOUT_OPTIONAL_KEYS;
    }

    /** Whether the operation was done, though perhaps not to the letter. */
    public static boolean isWarning(int status) {
        return (status & 0xF000) == 0xB000 || status == 0x0001 || status == 0x0107 || status == 0x0116;
    }

    /** Number and meaning, for a message. */
    public static String describe(int status) {
        return String.format(Locale.ROOT, "status %04X (%s)", status, meaning(status));
    }

    private static String meaning(int status) {
        if (isWarning(status)) {
            return "done with a warning";
        }
        return switch (status) {
            case SUCCESS -> "success";
            case CANCEL -> "cancelled";
            case PENDING, PENDING_WITHOUT_OPTIONAL_KEYS -> "pending";
            case 0x0110 -> "processing failure";
            case INVALID_ATTRIBUTE -> "an attribute has a value that is not allowed";
            case DUPLICATE_INSTANCE -> "the instance is there already";
            case NO_SUCH_INSTANCE -> "no such instance";
            case 0x0117 -> "invalid instance";
            case 0x0118 -> "no such SOP class";
            case SOP_CLASS_NOT_SUPPORTED -> "SOP class not supported";
            case 0x0124 -> "not authorized";
            case UNRECOGNIZED_OPERATION -> "unrecognized operation";
            case 0xA701 -> "out of resources: the matches cannot be counted";
            case 0xA702 -> "out of resources: sub-operations cannot be performed";
            case 0xA801 -> "the move destination is unknown";
            default -> {
                if ((status & 0xFF00) == OUT_OF_RESOURCES) {
                    yield "out of resources";
                }
                if ((status & 0xFF00) == NOT_OF_THE_CLASS) {
                    yield "the data set does not match the SOP class";
                }
                yield (status & 0xF000) == CANNOT_UNDERSTAND ? "cannot be processed" : "failure";
            }
        };
    }
}
