package org.farfield.launcher.hospital;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.network.association.AssociationException;
import org.farfield.dicom.network.service.ProcedureSteps;
import org.farfield.remote.protocol.SessionClock;
import org.jspecify.annotations.Nullable;

/**
 * Tells an information system of performed procedure steps, in order (PS3.4 F.7). One that cannot be reached is tried
 * again, later each time; one that refuses is not, and hears no more of the step that it refused.
 */
final class StepErrand implements Errand {
    private final ProcedureSteps steps;
    private final Consumer<String> words;
    private final Backoff backoff;
    private final Deque<Message> messages = new ArrayDeque<>();
    private final Set<String> refused = new HashSet<>();

    /** What is to be sent, made when it is. */
    interface Content {
        DataSet make() throws IOException;
    }

    private record Message(String uid, String status, Content content) {
        boolean begins() {
            return status.equals("IN PROGRESS");
        }
    }

    /** @param words hears what happens, a line at a time */
    StepErrand(ProcedureSteps steps, SessionClock clock, Consumer<String> words) {
        this.steps = steps;
        this.words = words;
        this.backoff = new Backoff(clock);
    }

    /**
     * Takes a message. Any thread.
     *
     * @param status IN PROGRESS, COMPLETED or DISCONTINUED
     */
    void tell(String uid, String status, Content content) {
        synchronized (messages) {
            messages.add(new Message(uid, status, content));
        }
    }

    private @Nullable Message first() {
        synchronized (messages) {
            return messages.peek();
        }
    }

    @Override
    public long doWork() throws InterruptedException {
        Message message = first();
        while (message != null) {
            long wait = backoff.leftNanos();
            if (wait > 0) {
                return wait;
            }
            attempt(message);
            message = first();
        }
        return NOTHING;
    }

    @Override
    public void last() throws InterruptedException {
        Message message = first();
        while (message != null) {
            if (!attempt(message)) {
                words.accept("procedure step " + message.uid() + " is not told to be " + message.status());
                return;
            }
            message = first();
        }
    }

    /** False when the peer cannot be reached. */
    private boolean attempt(Message message) throws InterruptedException {
        boolean told = false;
        try {
            if (message.begins()) {
                steps.create(message.uid(), message.content().make());
                told = true;
            } else if (!refused.contains(message.uid())) {
                steps.set(message.uid(), message.content().make());
                told = true;
            }
        } catch (AssociationException e) {
            backoff.failed();
            words.accept(
                    "procedure step not told: " + e.getMessage() + "; next try in " + backoff.waitSeconds() + " s");
            return false;
        } catch (IOException e) {
            refused.add(message.uid());
            words.accept("procedure step " + message.uid() + ": " + e.getMessage());
        }
        backoff.succeeded();
        synchronized (messages) {
            messages.remove();
        }
        if (told) {
            words.accept("procedure step " + message.uid() + " is " + message.status());
        }
        return true;
    }
}
