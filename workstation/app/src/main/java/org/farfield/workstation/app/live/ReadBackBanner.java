package org.farfield.workstation.app.live;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.PlanRow;
import org.farfield.workstation.reading.live.ReadBack;

/** On a slow link: what the gateway understood of the last edit, and the question whether that was meant. FX thread. */
final class ReadBackBanner extends Card {

    private final Texts texts;
    private final ConsoleModel console;
    private final Label changes = wrapped("live-value");
    private final Button yes = new Button();
    private final Button no = new Button();

    ReadBackBanner(Texts texts, ConsoleModel console) {
        this.texts = texts;
        this.console = console;
        yes.setId("read-back-yes");
        yes.setOnAction(event -> console.confirmReadBack());
        no.setId("read-back-no");
        no.setOnAction(event -> console.undoReadBack());
        lines(changes, new HBox(8, yes, no));
    }

    void show() {
        Optional<ReadBack> read = console.readBack().get();
        setVisible(read.isPresent());
        setManaged(read.isPresent());
        read.ifPresent(this::show);
    }

    private void show(ReadBack read) {
        heading(texts.get("read-back.heading"));
        yes.setText(texts.get("read-back.yes"));
        no.setText(texts.get("read-back.no"));
        changes.setText(PlanRow.of(read.after(), Optional.of(read.before())).stream()
                .filter(row -> row.before().isPresent())
                .map(row -> texts.get(
                        "read-back.change",
                        texts.get("field." + row.key()),
                        row.before().orElseThrow(),
                        row.value(),
                        row.unit()))
                .collect(Collectors.joining("\n")));
    }
}
