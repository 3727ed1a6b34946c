package org.farfield.workstation.app.live;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.LocalModel;

/** Who may prepare the scan from afar: grant, refuse, revoke. FX thread. */
final class LeaseCard extends Card {

    private final Texts texts;
    private final LocalModel local;
    private final Label standing = wrapped("live-value");
    private final Button grant = new Button();
    private final Button refuse = new Button();
    private final Button revoke = new Button();

    LeaseCard(Texts texts, LocalModel local) {
        this.texts = texts;
        this.local = local;
        standing.setId("lease-standing");
        grant.setId("grant");
        grant.getStyleClass().add("accent");
        grant.setOnAction(event -> local.grantLease());
        refuse.setId("refuse");
        refuse.setOnAction(event -> local.refuseLease());
        revoke.setId("revoke");
        revoke.setOnAction(event -> local.revokeLease());
        HBox row = new HBox(8, grant, refuse, revoke);
        row.getChildren().forEach(button -> ((Button) button).setMinWidth(USE_PREF_SIZE));
        lines(standing, row);
    }

    void show() {
        heading(texts.get("lease.heading"));
        grant.setText(texts.get("lease.grant"));
        refuse.setText(texts.get("lease.refuse"));
        revoke.setText(texts.get("lease.revoke"));
        boolean asked = local.asksForLease().isPresent();
        boolean held = local.leaseHolder().isPresent();
        grant.setDisable(!asked);
        refuse.setDisable(!asked);
        revoke.setDisable(!held);
        if (local.heard().get().state().isEmpty()) {
            say(standing, texts.get("lease.unknown"), Severity.ATTENTION);
        } else if (asked) {
            say(standing, "▶ " + texts.get("lease.asks", local.asksForLease().orElseThrow()), Severity.ATTENTION);
        } else if (held) {
            say(standing, texts.get("lease.holds", local.leaseHolder().orElseThrow()), Severity.PLAIN);
        } else {
            say(standing, texts.get("lease.nobody"), Severity.PLAIN);
        }
    }
}
