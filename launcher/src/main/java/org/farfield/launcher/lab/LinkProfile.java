package org.farfield.launcher.lab;

import java.util.List;
import java.util.Optional;

/**
 * How a link behaves, the same both ways. Immutable.
 *
 * @param name as said on the command line
 * @param megabits rate, Mbit/s
 * @param delayMillis one way
 * @param jitterMillis up to so much more, drawn anew for each packet
 * @param loss fraction of packets that are lost
 * @param burst mean length of a run of losses, 1 = independent
 * @param queueMillis how long a packet may wait for the rate; then datagrams are dropped and TCP is held back
 * @param reordered fraction of packets that take another {@code delayMillis + 2}
 * @param doubled fraction of packets that come twice
 * @param outages when nothing passes
 * @param addressEveryMillis after so long each flow of datagrams gets another source address; 0 = never
 * @param garbagePerSecond datagrams of noise put in beside them
 */
public record LinkProfile(
        String name,
        double megabits,
        double delayMillis,
        double jitterMillis,
        double loss,
        double burst,
        double queueMillis,
        double reordered,
        double doubled,
        List<Outage> outages,
        long addressEveryMillis,
        double garbagePerSecond) {

    /** Nothing passes from a moment after the beginning on for a while; again after {@code everyMillis} where not 0. */
    public record Outage(long atMillis, long forMillis, long everyMillis) {
        boolean covers(long millis) {
            long since = millis - atMillis;
            return since >= 0 && (everyMillis == 0 ? since : since % everyMillis) < forMillis;
        }
    }

    /** The profiles that have names. Delays: 5 us a km of fibre and what lies in between. */
    public static final List<LinkProfile> NAMED = List.of(
            plain("lan", 1_000, 0.1, 0, 0),
            plain("300km", 100, 3, 0.5, 0.0001),
            plain("700km", 100, 6, 1, 0.0001),
            plain("2700km", 50, 20, 2, 0.0005),
            new LinkProfile("5g-good", 50, 15, 0, 0.01, 1, 100, 0, 0, List.of(), 0, 0),
            new LinkProfile("5g-poor", 2, 30, 10, 0.05, 3, 300, 0.001, 0.001, List.of(), 0, 0),
            new LinkProfile(
                    "handover",
                    50,
                    15,
                    2,
                    0.005,
                    1,
                    100,
                    0.005,
                    0.005,
                    List.of(new Outage(4_000, 300, 4_000)),
                    4_200,
                    5),
            new LinkProfile(
                    "tunnel-outage", 50, 15, 0, 0.001, 1, 100, 0, 0, List.of(new Outage(10_000, 5_000, 0)), 0, 0));

    private static LinkProfile plain(String name, double megabits, double delay, double jitter, double loss) {
        return new LinkProfile(name, megabits, delay, jitter, loss, 1, 100, 0, 0, List.of(), 0, 0);
    }

    /** The profile with a name. */
    public static Optional<LinkProfile> named(String name) {
        return NAMED.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** Whether nothing passes so long after the beginning. */
    boolean isDown(long millis) {
        return outages.stream().anyMatch(outage -> outage.covers(millis));
    }
}
