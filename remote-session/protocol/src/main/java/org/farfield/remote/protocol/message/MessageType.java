package org.farfield.remote.protocol.message;

import java.util.Optional;

/**
 * The types of frames. Codes are never reused. A receiver skips an unknown type whose critical flag is not set and
 * refuses the link for one whose flag is set. Codes from 0xFF00 on belong to the transport itself.
 */
enum MessageType {
    CHALLENGE(0x0001, true),
    HELLO(0x0002, true),
    WELCOME(0x0003, true),
    REFUSED(0x0004, true),
    HEARTBEAT(0x0010, true),
    SESSION_STATE(0x0011, true),
    COMMAND(0x0020, true),
    VERDICT(0x0021, true),
    HOLD_REPORT(0x0022, true),
    SERIES_START(0x0030, true),
    SERIES_END(0x0031, true),
    SLICE_RESUME(0x0032, true),
    VIEWER_LAG(0x0033, false),
    LIVE_SLICE(0x0034, true),
    CHANNEL_OPENED(0x0040, true),
    CHANNEL_CLOSED(0x0041, true),
    RELAYED(0x0042, true),
    RELAY_NOTICE(0x0043, false),
    SAY(0x0050, false),
    SAID(0x0051, false),
    CHAT_LINES(0x0052, false),
    CHAT_RESUME(0x0053, false),
    POINT_AT(0x0054, false),
    POINTER(0x0055, false);

    private final int code;
    private final boolean critical;

    MessageType(int code, boolean critical) {
        this.code = code;
        this.critical = critical;
    }

    int code() {
        return code;
    }

    boolean critical() {
        return critical;
    }

    static Optional<MessageType> of(int code) {
        for (MessageType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    static MessageType of(Message message) {
        return switch (message) {
            case Challenge m -> CHALLENGE;
            case Hello m -> HELLO;
            case Welcome m -> WELCOME;
            case Refused m -> REFUSED;
            case Heartbeat m -> HEARTBEAT;
            case SessionState m -> SESSION_STATE;
            case Command m -> COMMAND;
            case Verdict m -> VERDICT;
            case HoldReport m -> HOLD_REPORT;
            case SeriesStart m -> SERIES_START;
            case SeriesEnd m -> SERIES_END;
            case SliceResume m -> SLICE_RESUME;
            case ViewerLag m -> VIEWER_LAG;
            case ChannelOpened m -> CHANNEL_OPENED;
            case ChannelClosed m -> CHANNEL_CLOSED;
            case Relayed m -> RELAYED;
            case RelayNotice m -> RELAY_NOTICE;
            case Say m -> SAY;
            case Said m -> SAID;
            case ChatLines m -> CHAT_LINES;
            case ChatResume m -> CHAT_RESUME;
            case PointAt m -> POINT_AT;
            case Pointer m -> POINTER;
        };
    }
}
