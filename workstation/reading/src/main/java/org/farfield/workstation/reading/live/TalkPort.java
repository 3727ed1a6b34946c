package org.farfield.workstation.reading.live;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.PointedSpot;

/** What a person says and points at in a session, beside all control. Never blocks; stages complete on any thread. */
public interface TalkPort {

    /** Says a line to everybody; completes with what became of it and never fails. */
    CompletionStage<ChatAnswer> say(String text);

    /** Points at a place of the patient, or no longer; the newest counts. */
    void pointAt(Optional<PointedSpot> spot);
}
