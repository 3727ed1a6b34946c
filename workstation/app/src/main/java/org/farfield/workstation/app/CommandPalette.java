package org.farfield.workstation.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Every command by its name: type some letters of it, Enter runs it. FX thread. */
final class CommandPalette {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 380;
    private static final double FROM_TOP = 60;

    private final CommandSet commands;
    private final Texts texts;
    private final Popup popup = new Popup();
    private final TextField words = new TextField();
    private final ListView<AppCommand> list = new ListView<>();

    CommandPalette(CommandSet commands, Texts texts, boolean dark) {
        this.commands = commands;
        this.texts = texts;
        words.setId("palette-words");
        words.setPromptText(texts.get("palette.prompt"));
        words.textProperty().subscribe(this::find);
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> run());
        VBox box = new VBox(6, words, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.setPrefSize(WIDTH, HEIGHT);
        box.getStyleClass().addAll("farfield", dark ? "dark" : "light", "palette");
        box.setStyle("-fx-font-family: \"" + Fonts.family(texts.language().get()) + "\";");
        box.getStylesheets().add(Appearance.sheet());
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /** Shows it over the upper middle of a node. */
    void show(Node over) {
        Point2D middle = over.localToScreen(over.getLayoutBounds().getCenterX() - WIDTH / 2, FROM_TOP);
        popup.show(over, middle.getX(), middle.getY());
        words.requestFocus();
    }

    /** Those whose name has all the words that were typed, names that begin with them first. */
    private void find() {
        String wanted = words.getText().strip().toLowerCase(Locale.ROOT);
        List<String> parts = List.of(wanted.split(" +", -1));
        List<AppCommand> found = commands.all().stream()
                .filter(each -> each.enabled().get())
                .filter(each -> parts.stream().allMatch(name(each)::contains))
                .sorted(Comparator.comparing((AppCommand each) -> !name(each).startsWith(wanted))
                        .thenComparing(this::name))
                .toList();
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
    }

    private String name(AppCommand command) {
        return texts.get(command.labelKey()).toLowerCase(Locale.ROOT);
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int to = Math.clamp(
                    at + (event.getCode() == KeyCode.DOWN ? 1 : -1),
                    0,
                    Math.max(0, list.getItems().size() - 1));
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 3));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        }
    }

    private void run() {
        @Nullable AppCommand chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            commands.run(chosen);
        }
    }

    /** A command's name and its key. */
    private final class Cell extends ListCell<AppCommand> {
        @Override
        protected void updateItem(@Nullable AppCommand command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
                return;
            }
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label key =
                    new Label(command.key().map(each -> each.getDisplayText()).orElse(""));
            key.getStyleClass().add("key-name");
            setGraphic(new HBox(8, new Label(texts.get(command.labelKey())), space, key));
        }
    }
}
