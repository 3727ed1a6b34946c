package org.farfield.rendering.viewport;

import java.util.Optional;

/**
 * How fast a surface is.
 *
 * @param newest what is on the screen
 * @param gestureMedianMillis from the event of a hand to the hand-over of the picture that shows it, median of the last
 *     60; NaN where there was none
 * @param gestureP95Millis what 95 of 100 of them do not exceed
 * @param framesASecond that went on the screen within the last second
 * @param dropped requests that a newer one replaced before anybody saw their picture
 */
public record SurfaceStatistics(
        Optional<FrameShown> newest,
        double gestureMedianMillis,
        double gestureP95Millis,
        int framesASecond,
        long dropped) {}
