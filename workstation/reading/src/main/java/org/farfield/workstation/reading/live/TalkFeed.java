package org.farfield.workstation.reading.live;

import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.Pointer;

/** Hands chat and pointers that a client hears to their models. */
public class TalkFeed implements SessionEvents {

    private final LiveTalk talk;

    public TalkFeed(LiveTalk talk) {
        this.talk = talk;
    }

    @Override
    public final void onChatLine(long sessionEpoch, ChatLine line) {
        talk.chat().heard(sessionEpoch, line);
    }

    @Override
    public final void onPointer(Pointer pointer) {
        talk.pointers().heard(pointer);
    }
}
