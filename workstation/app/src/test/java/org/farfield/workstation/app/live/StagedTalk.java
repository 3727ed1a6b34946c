package org.farfield.workstation.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.application.Platform;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.workstation.reading.live.ChatModel;
import org.farfield.workstation.reading.live.TalkPort;

/** A chat between two windows of one test: everybody gets every line, as from a gateway. */
final class StagedTalk {

    private static final long NOON_MILLIS = 43_200_000;

    private final List<ChatModel> everybody = new ArrayList<>();
    ChatAnswer answer = ChatAnswer.TAKEN;
    private long sequence;

    /** One more person, whose window shows the answer. */
    ChatModel join(String operator, Role role) {
        ChatModel model = new ChatModel(operator, new Place(operator, role), Platform::runLater);
        everybody.add(model);
        return model;
    }

    private final class Place implements TalkPort {
        private final String operator;
        private final Role role;

        Place(String operator, Role role) {
            this.operator = operator;
            this.role = role;
        }

        @Override
        public CompletionStage<ChatAnswer> say(String text) {
            if (answer == ChatAnswer.TAKEN) {
                sequence++;
                ChatLine line = new ChatLine(sequence, NOON_MILLIS + sequence * 1000, operator, role, text);
                everybody.forEach(model -> model.heard(1, line));
            }
            return CompletableFuture.completedFuture(answer);
        }

        @Override
        public void pointAt(Optional<PointedSpot> spot) {}
    }
}
