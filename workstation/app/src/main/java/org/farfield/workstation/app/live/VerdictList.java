package org.farfield.workstation.app.live;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.VerdictLine;

/** The gateway's last answers, newest first, each with its reason in words. FX thread. */
final class VerdictList extends Card {

    private final Texts texts;
    private final List<Label> lines;

    VerdictList(Texts texts, int shown) {
        this.texts = texts;
        setId("verdicts");
        lines = java.util.stream.IntStream.range(0, shown)
                .mapToObj(i -> line("live-value"))
                .toList();
        lines.forEach(label -> label.setTooltip(new Tooltip()));
        lines(lines.toArray(Label[]::new));
    }

    void show(ObservableList<VerdictLine> verdicts) {
        heading(texts.get("verdicts.heading"));
        for (int i = 0; i < lines.size(); i++) {
            Label label = lines.get(i);
            boolean there = i < verdicts.size();
            label.setText(there ? Words.verdict(texts, verdicts.get(i)) : i == 0 ? texts.get("verdicts.none") : "");
            label.getTooltip().setText(label.getText());
            label.setOpacity(i == 0 ? 1 : 0.6);
            (there && !verdicts.get(i).accepted() ? Severity.BAD : Severity.PLAIN).mark(label);
        }
    }
}
