package org.farfield.remote.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.message.ViewerLag;

/** The series of a session on their way in, kept across lost links. Client thread. */
final class SliceInboxes {
    private static final int MOST_SERIES = 64;
    private static final int MOST_EARLY = 64;

    private final ClientRules rules;
    private final SessionClock clock;
    private final Consumer<Consumer<SessionEvents>> teller;
    private final Map<String, SliceInbox> inboxes = new LinkedHashMap<>();
    private final List<LiveSlice> early = new ArrayList<>();

    SliceInboxes(ClientRules rules, SessionClock clock, Consumer<Consumer<SessionEvents>> teller) {
        this.rules = rules;
        this.clock = clock;
        this.teller = teller;
    }

    /** A new link: what came early over the old one is asked for again. */
    void linkBegins() {
        early.clear();
    }

    /** A series is announced; what has to be asked for, if something went out before. */
    Optional<SliceResume> start(SeriesStart start) {
        SliceInbox inbox = inboxes.get(start.seriesUid());
        if (inbox == null) {
            inbox = new SliceInbox(start, rules.gapMillis() * 1_000_000, clock.nanos());
            inboxes.put(start.seriesUid(), inbox);
            if (inboxes.size() > MOST_SERIES) {
                inboxes.remove(inboxes.keySet().iterator().next());
            }
            teller.accept(events -> events.onSeriesStart(start));
        }
        inbox.resume(start.availableSequence(), clock.nanos());
        Optional<SliceResume> ask = inbox.missing(clock.nanos());
        List<LiveSlice> here = List.copyOf(early);
        early.clear();
        here.forEach(this::offer);
        return ask;
    }

    /** A slice; one that overtook the start of its series waits for it. */
    void offer(LiveSlice slice) {
        SliceInbox inbox = inboxes.get(slice.header().seriesUid());
        if (inbox != null) {
            leave(inbox, inbox.offer(slice, clock.nanos()));
        } else if (early.size() < MOST_EARLY) {
            early.add(slice);
        }
    }

    void end(SeriesEnd end) {
        SliceInbox inbox = inboxes.get(end.seriesUid());
        if (inbox != null) {
            inbox.ended(end, clock.nanos());
            leave(inbox, List.of());
        }
    }

    void lag(ViewerLag lag) {
        SliceInbox inbox = inboxes.get(lag.seriesUid());
        if (inbox != null && lag.lostThrough() > 0) {
            leave(inbox, inbox.skip(lag.lostThrough()));
        }
        teller.accept(events -> events.onLag(lag));
    }

    /** What to ask for now. */
    List<Message> missing() {
        return inboxes.values().stream()
                .flatMap(inbox -> inbox.missing(clock.nanos()).stream())
                .<Message>map(resume -> resume)
                .toList();
    }

    private void leave(SliceInbox inbox, List<LiveSlice> slices) {
        slices.forEach(slice -> teller.accept(events -> events.onSlice(slice)));
        inbox.takeEnd().ifPresent(end -> teller.accept(events -> events.onSeriesEnd(end)));
    }
}
