package org.farfield.workstation.app;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** What the mouse and the keys do, made from the commands themselves. */
final class KeyList {
    /** Keys of the bundles: what the hand does is {@code mouse.*}, what comes of it {@code does.*}. */
    static final List<String> GESTURES =
            List.of("wheel", "left", "shift", "right", "middle", "double", "handle", "square", "zoomwheel");

    private static final int COLUMNS = 2;

    private final PopOver popOver = new PopOver();

    KeyList(CommandSet commands, Texts texts) {
        GridPane mouse = grid("keys-mouse");
        for (int i = 0; i < GESTURES.size(); i++) {
            row(mouse, i, GESTURES.size(), texts.get("mouse." + GESTURES.get(i)), texts.get("does." + GESTURES.get(i)));
        }
        List<AppCommand> bound =
                commands.all().stream().filter(each -> each.key().isPresent()).toList();
        GridPane keys = grid("keys-keys");
        int rows = bound.size() + 1;
        for (int i = 0; i < bound.size(); i++) {
            AppCommand command = bound.get(i);
            String key = command.key().orElseThrow().getDisplayText();
            row(keys, i, rows, key, texts.get(command.labelKey()));
        }
        row(keys, bound.size(), rows, StopKeys.displayText(), texts.get("keys.stop"));
        VBox content = new VBox(10, title(texts.get("keys.mouse")), mouse, title(texts.get("keys.keys")), keys);
        content.getStyleClass().add("key-list");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("key-scroll");
        popOver.setContentNode(scroll);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
    }

    void show(Node owner) {
        popOver.getRoot().getStylesheets().setAll(List.of(Appearance.sheet()));
        popOver.show(owner);
    }

    private static Label title(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("problem-title");
        return label;
    }

    private static GridPane grid(String id) {
        GridPane grid = new GridPane(14, 3);
        grid.setId(id);
        return grid;
    }

    /** Down the first column, then down the second. */
    private static void row(GridPane grid, int i, int count, String left, String right) {
        int rows = (count + COLUMNS - 1) / COLUMNS;
        Label key = new Label(left);
        key.getStyleClass().add("key-name");
        grid.add(key, 2 * (i / rows), i % rows);
        grid.add(new Label(right), 2 * (i / rows) + 1, i % rows);
    }
}
