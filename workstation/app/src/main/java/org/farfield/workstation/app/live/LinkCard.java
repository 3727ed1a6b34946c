package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.scene.control.Label;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.LeaseState;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.HeardSession;
import org.farfield.workstation.reading.live.Numbers;

/** The link and the control lease: transport, round trip, what the link allows, who holds control. */
final class LinkCard extends Card {

    private final Texts texts;
    private final Label link = line("live-value");
    private final Label tier = wrapped("live-value");
    private final Label lease = wrapped("live-value");

    LinkCard(Texts texts) {
        this.texts = texts;
        lease.setId("lease");
        lines(link, tier, lease);
    }

    void show(HeardSession heard) {
        heading(texts.get("link.heading"));
        Optional<SessionState> state = heard.state();
        if (state.isEmpty()) {
            say(link, heard.transport().isEmpty() ? texts.get("link.none") : heard.transport(), Severity.ATTENTION);
            say(tier, texts.get("link.tier.unknown"), Severity.ATTENTION);
            say(lease, texts.get("lease.unknown"), Severity.ATTENTION);
            return;
        }
        String roundTrip = heard.roundTripMillis().isPresent()
                ? texts.get(
                        "link.round-trip", Numbers.fixed(heard.roundTripMillis().getAsDouble(), 0))
                : texts.get("link.round-trip.unknown");
        say(link, heard.transport() + "  ·  " + roundTrip, Severity.PLAIN);
        ControlTier allowed = state.get().tier();
        say(tier, Words.of(texts, "tier", allowed), allowed == ControlTier.FULL ? Severity.GOOD : Severity.ATTENTION);
        showLease(heard, state.get().lease());
    }

    private void showLease(HeardSession heard, LeaseState held) {
        if (held.heldBy(heard.operator())) {
            say(lease, texts.get("lease.mine", held.epoch()), Severity.GOOD);
        } else if (held.holder().isPresent()) {
            say(lease, texts.get("lease.other", held.holder().get(), held.epoch()), Severity.PLAIN);
        } else if (held.requestedBy().equals(Optional.of(heard.operator()))) {
            say(lease, texts.get("lease.asked"), Severity.ATTENTION);
        } else {
            say(lease, texts.get("lease.local", held.epoch()), Severity.PLAIN);
        }
    }
}
