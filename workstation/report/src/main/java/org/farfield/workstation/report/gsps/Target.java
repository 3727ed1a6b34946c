package org.farfield.workstation.report.gsps;

import java.util.List;
import java.util.OptionalInt;

/**
 * An image that something of a presentation state is meant for.
 *
 * @param seriesUid "" inside of an item, where the standard does not repeat it
 * @param frames from 1; empty for all frames
 */
public record Target(String seriesUid, String sopClassUid, String sopInstanceUid, List<Integer> frames) {
    public Target {
        frames = List.copyOf(frames);
    }

    /** Whether it names an image. */
    public boolean means(String uid, OptionalInt frame) {
        return sopInstanceUid.equals(uid) && (frames.isEmpty() || frame.isEmpty() || frames.contains(frame.getAsInt()));
    }

    /** Whether an item with these targets is meant for an image: one without targets is meant for all. */
    public static boolean any(List<Target> targets, String uid, OptionalInt frame) {
        return targets.isEmpty() || targets.stream().anyMatch(each -> each.means(uid, frame));
    }
}
