package org.farfield.remote.client;

import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.ViewerLag;

/**
 * What a participant of a session gets to know. All calls come on one thread of the client's, one after another, never
 * the FX thread; a slow listener delays only the calls after it, never heartbeats or the hold.
 */
public interface SessionEvents {
    /** The state, the link or their age changed. */
    default void onView(SessionView view) {}

    /** A series begins, or began before this participant joined. Once a series. */
    default void onSeriesStart(SeriesStart start) {}

    /** The next slice of a series: sequence 1, 2, 3 and so on, each exactly once, also across a lost link. */
    default void onSlice(LiveSlice slice) {}

    /** Every slice of a series was given. */
    default void onSeriesEnd(SeriesEnd end) {}

    /** How far this participant is behind, and which slices can no longer be had here. */
    default void onLag(ViewerLag lag) {}

    /** The next line of chat: each exactly once and in order, also across a lost link; another epoch begins anew. */
    default void onChatLine(long sessionEpoch, ChatLine line) {}

    /** Somebody else points, or has stopped; take it away by yourself when no more is heard of it. */
    default void onPointer(Pointer pointer) {}

    /** The gateway's answer to a command of this participant, or UNKNOWN where none came in time. */
    default void onVerdict(Verdict verdict) {}

    /** The link is gone; the line names the peer and the cause. The client connects anew by itself. */
    default void onLinkLost(String reason) {}
}
