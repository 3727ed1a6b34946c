package org.farfield.workstation.app.live;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ChatModel;

/**
 * The session's chat: a heading that says how many lines nobody has seen here, and, once opened, the lines and a field
 * for the next one. It takes the keyboard only when a person opens it or clicks into it; Esc gives it back. FX thread.
 */
final class ChatPane extends VBox {

    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double LEAST_HEIGHT = 70;
    private static final double HEIGHT = 170;

    private final Texts texts;
    private final ChatModel chat;
    private final Runnable toImages;
    private final Button heading = new Button();
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final TextField field = new TextField();
    private final Label refusal = Card.wrapped("live-value");
    private final VBox body = new VBox(scroll, field, refusal);

    /**
     * A closed pane.
     *
     * @param toImages gives the keyboard back to what it belongs to
     */
    ChatPane(Texts texts, ChatModel chat, Runnable toImages) {
        this.texts = texts;
        this.chat = chat;
        this.toImages = toImages;
        setId("chat");
        getStyleClass().addAll("live-card", "chat");
        heading.setId("chat-heading");
        heading.getStyleClass().setAll("chat-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setOnAction(event -> open(!body.isVisible()));
        lines.getStyleClass().add("chat-lines");
        scroll.setId("chat-scroll");
        scroll.getStyleClass().add("live-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(LEAST_HEIGHT);
        scroll.setPrefHeight(HEIGHT);
        scroll.setFocusTraversable(false);
        lines.heightProperty().subscribe(() -> scroll.setVvalue(1));
        field.setId("chat-text");
        field.setOnAction(event -> say());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        refusal.setId("chat-refusal");
        body.getStyleClass().add("chat-body");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(heading, body);
        chat.lines().addListener((ListChangeListener<ChatLine>) change -> rebuild());
        chat.refusal().subscribe(this::show);
        texts.language().subscribe(this::rebuild);
        body.setVisible(false);
        body.setManaged(false);
    }

    /** Opens it and puts the keyboard into the field, or closes it. */
    void open(boolean now) {
        body.setVisible(now);
        body.setManaged(now);
        if (now) {
            field.requestFocus();
        } else {
            toImages.run();
        }
        show();
    }

    /** Opens it for writing, wherever the keyboard was. */
    void write() {
        open(true);
    }

    /** Shows how many lines wait, and what was seen. */
    void show() {
        boolean seen = body.isVisible()
                && getScene() != null
                && getScene().getWindow() instanceof Stage stage
                && stage.isShowing()
                && !stage.isIconified();
        chat.setVisible(seen);
        int unread = chat.unread().get();
        String mark = body.isVisible() ? "▾ " : "▸ ";
        heading.setText(mark + (unread == 0 ? texts.get("chat.heading") : texts.get("chat.heading.unread", unread)));
        heading.pseudoClassStateChanged(UNREAD, unread > 0);
        field.setPromptText(texts.get("chat.prompt"));
        Card.say(
                refusal,
                chat.refusal()
                        .get()
                        .map(why -> "✕ " + Words.of(texts, "chat.answer", why))
                        .orElse(""),
                Severity.BAD);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            toImages.run();
            event.consume();
        }
    }

    /** The text comes back where it did not reach anybody and nothing else has been typed. */
    private void say() {
        String text = field.getText().strip();
        if (!text.isEmpty()) {
            field.clear();
            chat.say(text, () -> {
                if (field.getText().isEmpty()) {
                    field.setText(text);
                    field.end();
                }
                show();
            });
        }
    }

    private void rebuild() {
        lines.getChildren().setAll(chat.lines().stream().map(this::row).toList());
        show();
    }

    private VBox row(ChatLine line) {
        boolean own = chat.isOwn(line);
        String name = own ? texts.get("chat.own", line.operator()) : line.operator();
        String time = TIME.format(Instant.ofEpochMilli(line.millis()).atZone(ZoneId.systemDefault()));
        Label who = Card.wrapped("live-muted");
        who.setText(texts.get("chat.who", time, name, Words.of(texts, "role", line.role())));
        Label text = Card.wrapped("live-value");
        text.setText(line.text());
        VBox row = new VBox(who, text);
        row.getStyleClass().add("chat-line");
        row.pseudoClassStateChanged(OWN, own);
        return row;
    }
}
