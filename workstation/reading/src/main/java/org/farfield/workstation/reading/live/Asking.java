package org.farfield.workstation.reading.live;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Verdict;

/** Sends one person's wishes and keeps the last verdicts, newest first. FX thread. */
final class Asking {

    private static final int KEPT = 20;

    private final SessionPort port;
    private final Executor fx;
    private final ObservableList<VerdictLine> lines = FXCollections.observableArrayList();
    private final ObservableList<VerdictLine> readOnly = FXCollections.unmodifiableObservableList(lines);
    private long number;

    Asking(SessionPort port, Executor fx) {
        this.port = port;
        this.fx = fx;
    }

    void ask(CommandPayload payload) {
        ask(payload, verdict -> {});
    }

    /** Sends the wish; {@code then} hears the verdict on the FX thread. */
    void ask(CommandPayload payload, Consumer<Verdict> then) {
        note(payload.getClass().getSimpleName(), port.command(payload), then);
    }

    void stop(String reason) {
        note("Stop", port.stop(reason), verdict -> {});
    }

    ObservableList<VerdictLine> lines() {
        return readOnly;
    }

    private void note(String wish, CompletionStage<Verdict> answer, Consumer<Verdict> then) {
        answer.thenAcceptAsync(
                verdict -> {
                    lines.addFirst(VerdictLine.of(++number, wish, verdict));
                    if (lines.size() > KEPT) {
                        lines.removeLast();
                    }
                    then.accept(verdict);
                },
                fx);
    }
}
