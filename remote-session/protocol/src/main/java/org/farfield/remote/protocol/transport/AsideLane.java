package org.farfield.remote.protocol.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits beside a link's control path, few and small: chat first, in order, then pointers, of each person's only
 * the newest. What does not fit is dropped: chat is asked for again, a pointer moves again. Any thread.
 */
final class AsideLane {
    static final int MOST_FRAMES = 64;
    static final int MOST_POINTERS = 256;

    private final Deque<byte[]> frames = new ArrayDeque<>();
    private final Map<String, byte[]> pointers = new LinkedHashMap<>();

    /** Takes a frame in; one with the same name that still waits is replaced. */
    synchronized void offer(byte[] frame, Optional<String> replaces) {
        if (replaces.isPresent()) {
            if (pointers.size() < MOST_POINTERS || pointers.containsKey(replaces.get())) {
                pointers.put(replaces.get(), frame);
            }
        } else if (frames.size() < MOST_FRAMES) {
            frames.addLast(frame);
        }
    }

    /** Takes the next one out; pointers only where slices do not wait. */
    synchronized Optional<byte[]> next(boolean pointersToo) {
        if (!frames.isEmpty()) {
            return Optional.of(frames.removeFirst());
        }
        if (!pointersToo || pointers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(pointers.remove(pointers.keySet().iterator().next()));
    }
}
