package org.farfield.workstation.reading.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.ChatLine;

/**
 * The session's chat as one person sees it. Nothing of it reaches the plan or the scanner. Owner: the FX thread, but
 * for {@link #heard}.
 */
public final class ChatModel {

    /** As many lines as a gateway keeps. */
    static final int MOST_LINES = 200;

    private final String operator;
    private final TalkPort port;
    private final Executor fx;
    private final ObservableList<ChatLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<ChatAnswer>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long sessionEpoch;
    private boolean visible;

    /** A chat without lines; {@code operator} is the person's own id. */
    public ChatModel(String operator, TalkPort port, Executor fx) {
        this.operator = operator;
        this.port = port;
        this.fx = fx;
    }

    /** A line that everybody got; another session's begin anew. Any thread. */
    public void heard(long epoch, ChatLine line) {
        fx.execute(() -> take(epoch, line));
    }

    private void take(long epoch, ChatLine line) {
        if (epoch != sessionEpoch) {
            sessionEpoch = epoch;
            lines.clear();
            unread.set(0);
        }
        lines.add(line);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
        if (!visible && !isOwn(line)) {
            unread.set(unread.get() + 1);
        }
    }

    /** All lines, oldest first. */
    public ObservableList<ChatLine> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /** Whether this person said it. */
    public boolean isOwn(ChatLine line) {
        return line.operator().equals(operator);
    }

    /** How many lines of others came while nobody could see them here. */
    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /** Says whether the lines can be seen now; what is seen is read. */
    public void setVisible(boolean now) {
        visible = now;
        if (now) {
            unread.set(0);
        }
    }

    /** Why the last line that was said did not reach everybody; empty where it did. */
    public ReadOnlyObjectProperty<Optional<ChatAnswer>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /**
     * Says a line.
     *
     * @param refused called on the FX thread where it did not reach everybody
     */
    public void say(String text, Runnable refused) {
        refusal.set(Optional.empty());
        var _ = port.say(text)
                .thenAccept(answer -> fx.execute(() -> {
                    if (answer != ChatAnswer.TAKEN) {
                        refusal.set(Optional.of(answer));
                        refused.run();
                    }
                }));
    }
}
