package org.farfield.remote.gateway.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.transport.Link;

/**
 * What one link has got of each series and still wants. Nothing is queued for it but numbers: slices are read from the
 * spool when the link can take another one, new slices before old ones that were asked for. Feed thread.
 */
final class Subscription {
    private static final int MOST_WISHES = 256;

    private static final class Wish {
        private final String seriesUid;
        private final long through;
        private long next;

        Wish(SliceResume asked, long through) {
            this.seriesUid = asked.seriesUid();
            this.next = asked.afterSequence() + 1;
            this.through = through;
        }
    }

    private final Link link;
    private final Consumer<String> problems;
    private final Map<String, Long> sent = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Deque<Wish> wishes = new ArrayDeque<>();

    Subscription(Link link, Consumer<String> problems) {
        this.link = link;
        this.problems = problems;
    }

    Link link() {
        return link;
    }

    /** Tells of a series; what is there by now comes only when asked for. */
    void announce(LiveSeries series) {
        sent.put(series.start().seriesUid(), series.available());
        link.send(series.start().joinedAt(series.available()));
    }

    /** Slices that this side missed; asking for too much at once is answered with the first of it. */
    void want(SliceResume asked, Map<String, LiveSeries> all) {
        LiveSeries series = all.get(asked.seriesUid());
        if (series != null && wishes.size() < MOST_WISHES) {
            wishes.addLast(new Wish(asked, Math.min(asked.throughSequence(), series.available())));
        }
    }

    /** Sends as much as the link takes now. */
    void pump(Map<String, LiveSeries> all) {
        for (LiveSeries series : all.values()) {
            if (series.announced()) {
                pump(series);
            }
        }
        while (!wishes.isEmpty() && link.writable()) {
            Wish wish = wishes.getFirst();
            LiveSeries series = all.get(wish.seriesUid);
            if (series == null || wish.next > wish.through) {
                wishes.removeFirst();
            } else {
                send(series, wish.next++);
            }
        }
    }

    private void pump(LiveSeries series) {
        String uid = series.start().seriesUid();
        if (!sent.containsKey(uid)) {
            announce(series);
        }
        long last = sent.getOrDefault(uid, 0L);
        while (last < series.available() && link.writable()) {
            send(series, ++last);
        }
        sent.put(uid, last);
        if (last == series.available() && !ended.contains(uid) && series.end().isPresent()) {
            ended.add(uid);
            link.send(series.end().get());
        }
    }

    private void send(LiveSeries series, long sequence) {
        try {
            var _ = link.sendSlice(series.slice(sequence));
        } catch (IOException e) {
            problems.accept("slice " + sequence + " cannot be read again: " + e.getMessage());
        }
    }
}
