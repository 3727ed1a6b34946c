package org.farfield.workstation.app.live;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.farfield.remote.protocol.DoseAnswer;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseValues;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.DoseHint;
import org.farfield.workstation.reading.live.Numbers;

/**
 * The dose that a plan is expected to give, beside its values, who answered for it, and a place to answer where an
 * answer is asked. FX thread.
 */
final class DoseCard extends Card {

    private final Texts texts;
    private final String action;
    private final Label planned = wrapped("live-value");
    private final Label level = wrapped("live-value");
    private final Label rest = wrapped("live-muted");
    private final TextField reason = new TextField();
    private final Button give = new Button();
    private final HBox answer = new HBox(8, reason, give);

    /**
     * A card.
     *
     * @param action {@code explain} or {@code authorise}: key of the button's words
     * @param given gets the reason typed
     */
    DoseCard(Texts texts, String action, Consumer<String> given) {
        this.texts = texts;
        this.action = action;
        setId("dose-" + action);
        reason.setId("dose-reason");
        give.setId("dose-give");
        HBox.setHgrow(reason, Priority.ALWAYS);
        give.setMinWidth(USE_PREF_SIZE);
        give.disableProperty().bind(reason.textProperty().isEmpty());
        Runnable send = () -> {
            if (!reason.getText().isBlank()) {
                given.accept(reason.getText().strip());
                reason.clear();
            }
        };
        give.setOnAction(event -> send.run());
        reason.setOnAction(event -> send.run());
        lines(planned, level, rest, answer);
    }

    /** Shows a plan's dose; {@code asked} says whether an answer can be given here now. */
    void show(Optional<DoseHint> hint, boolean asked) {
        setVisible(hint.isPresent());
        setManaged(hint.isPresent());
        answer.setVisible(asked);
        answer.setManaged(asked);
        hint.ifPresent(this::show);
    }

    private void show(DoseHint hint) {
        heading(texts.get("dose.heading"));
        boolean known = Double.isFinite(hint.planned().ctdiVolMGy())
                && Double.isFinite(hint.planned().dlpMGyCm());
        planned.setText(
                known
                        ? texts.get(
                                "dose.planned",
                                Numbers.fixed(hint.planned().ctdiVolMGy(), 1),
                                Numbers.fixed(hint.planned().dlpMGyCm(), 0),
                                hint.heard().guide().phantomCm())
                        : texts.get("dose.unknown"));
        say(level, mark(hint.level()) + texts.get("dose.level." + hint.level().name()), severity(hint.level()));
        rest.setText(texts.get(
                        "dose.before",
                        Numbers.fixed(hint.heard().before().ctdiVolMGy(), 1),
                        Numbers.fixed(hint.heard().before().dlpMGyCm(), 0))
                + "\n"
                + texts.get(
                        "dose.values",
                        values(hint.heard().guide().notification()),
                        values(hint.heard().guide().alert()),
                        values(hint.heard().guide().ceiling()))
                + answered("dose.explained", hint.heard().reason())
                + answered("dose.authorised", hint.heard().authorised()));
        reason.setPromptText(texts.get("dose.reason"));
        give.setText(texts.get("dose." + action));
    }

    private String answered(String key, Optional<DoseAnswer> by) {
        return by.map(a -> "\n" + texts.get(key, a.operator(), a.reason())).orElse("");
    }

    private String values(DoseValues values) {
        return quantity(values.ctdiVolMGy(), "mGy") + " / " + quantity(values.dlpMGyCm(), "mGy·cm");
    }

    private static String quantity(OptionalDouble value, String unit) {
        return value.isPresent() ? Numbers.plain(value.getAsDouble()) + "\u00a0" + unit : "—";
    }

    private static String mark(DoseLevel level) {
        return switch (level) {
            case BELOW -> "✓ ";
            case NOTIFICATION -> "▲ ";
            case ALERT -> "■ ";
            case CEILING -> "✕ ";
        };
    }

    private static Severity severity(DoseLevel level) {
        return switch (level) {
            case BELOW -> Severity.PLAIN;
            case NOTIFICATION -> Severity.ATTENTION;
            case ALERT, CEILING -> Severity.BAD;
        };
    }
}
