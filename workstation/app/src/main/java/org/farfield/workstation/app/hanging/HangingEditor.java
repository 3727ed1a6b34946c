package org.farfield.workstation.app.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.hanging.HangingModel;
import org.farfield.workstation.reading.hanging.HangingProtocol;
import org.farfield.workstation.reading.hanging.HangingStage;

/**
 * The protocols in their order at the left, the chosen one at the right. Stages are not typed: the window is arranged
 * as it should be and taken as a stage. Every change is kept at once. FX thread.
 */
final class HangingEditor {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 460;

    private final WorkstationWindow window;
    private final HangingModel model;
    private final Texts texts;
    private final StageWords words;
    private final ProtocolWords names;
    private final ObservableList<HangingProtocol> protocols = FXCollections.observableArrayList();
    private final ListView<HangingProtocol> list = new ListView<>(protocols);
    private final ListView<HangingStage> stages = new ListView<>();
    private final TextField name = new TextField();
    private final TextField modality = new TextField();
    private final TextField anyOf = new TextField();
    private final javafx.scene.control.CheckBox prior = new javafx.scene.control.CheckBox();
    private Optional<Stage> stage = Optional.empty();
    private boolean showing;

    HangingEditor(WorkstationWindow window, HangingModel model, Texts texts) {
        this.window = window;
        this.model = model;
        this.texts = texts;
        this.words = new StageWords(texts);
        this.names = new ProtocolWords(texts);
    }

    void show() {
        Stage shown = stage.orElseGet(this::create);
        stage = Optional.of(shown);
        protocols.setAll(model.protocols());
        list.getSelectionModel()
                .select(model.hung()
                        .get()
                        .map(hung -> protocols.indexOf(hung.protocol()))
                        .filter(index -> index >= 0)
                        .orElse(0));
        shown.show();
        shown.toFront();
    }

    void close() {
        stage.ifPresent(Stage::hide);
    }

    private Stage create() {
        list.setId("hanging-list");
        list.setPrefWidth(240);
        list.setCellFactory(view -> new Cell<>(names::of));
        list.getSelectionModel().selectedItemProperty().subscribe(this::fill);
        stages.setId("hanging-stages");
        stages.setCellFactory(view -> new Cell<>(words::of));
        texts.language().subscribe(() -> {
            stages.refresh();
            list.refresh();
        });
        BorderPane root = new BorderPane();
        root.getStyleClass().addAll("workstation", "hanging");
        root.setPadding(new Insets(10));
        VBox left = new VBox(8, list, listButtons());
        VBox.setVgrow(list, Priority.ALWAYS);
        root.setLeft(left);
        root.setCenter(form());
        Label fault = new Label();
        fault.getStyleClass().add("missing");
        fault.setWrapText(true);
        fault.textProperty().bind(model.fault().map(cause -> cause.orElse("")));
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        root.setBottom(fault);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        window.appearance().dress(scene, texts);
        Stage created = new Stage();
        created.setScene(scene);
        created.titleProperty().bind(texts.bind("hanging.title"));
        return created;
    }

    private FlowPane listButtons() {
        FlowPane buttons = new FlowPane(
                6,
                6,
                button("hanging.up", () -> move(-1)),
                button("hanging.down", () -> move(1)),
                button("hanging.add", this::add),
                button("hanging.remove", this::remove),
                button("hanging.restore", () -> {
                    model.restoreShipped();
                    protocols.setAll(model.protocols());
                    list.getSelectionModel().selectFirst();
                }));
        buttons.setPrefWrapLength(240);
        return buttons;
    }

    private VBox form() {
        GridPane grid = new GridPane(8, 8);
        row(
                grid,
                0,
                "hanging.name",
                name,
                p -> new HangingProtocol(name.getText(), p.modality(), p.words(), p.prior(), p.stages()));
        row(
                grid,
                1,
                "hanging.modality",
                modality,
                p -> new HangingProtocol(p.name(), modality.getText().strip(), p.words(), p.prior(), p.stages()));
        row(
                grid,
                2,
                "hanging.words",
                anyOf,
                p -> new HangingProtocol(
                        p.name(), p.modality(), HangingProtocol.words(anyOf.getText()), p.prior(), p.stages()));
        prior.setId("hanging-prior");
        prior.textProperty().bind(texts.bind("hanging.prior"));
        prior.selectedProperty()
                .subscribe(on -> change(p -> new HangingProtocol(p.name(), p.modality(), p.words(), on, p.stages())));
        grid.add(prior, 1, 3);
        Label heading = new Label();
        heading.textProperty().bind(texts.bind("hanging.stages"));
        FlowPane buttons = new FlowPane(
                6,
                6,
                button("hanging.stage.add", () -> model.asNow().ifPresent(now -> changeStages(all -> all.add(now)))),
                button(
                        "hanging.stage.replace",
                        () -> model.asNow().ifPresent(now -> at(index -> changeStages(all -> all.set(index, now))))),
                button(
                        "hanging.stage.remove",
                        () -> at(index -> changeStages(all -> {
                            if (all.size() > 1) {
                                all.remove(index);
                            }
                        }))));
        VBox.setVgrow(stages, Priority.ALWAYS);
        VBox form = new VBox(8, grid, heading, stages, buttons);
        form.setPadding(new Insets(0, 0, 0, 12));
        return form;
    }

    private interface AtIndex {
        void run(int index);
    }

    private void at(AtIndex action) {
        int index = stages.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            action.run(index);
        }
    }

    private interface StageChange {
        void on(List<HangingStage> all);
    }

    private void changeStages(StageChange change) {
        change(p -> {
            List<HangingStage> all = new ArrayList<>(p.stages());
            change.on(all);
            return new HangingProtocol(p.name(), p.modality(), p.words(), p.prior(), all);
        });
        fill(list.getSelectionModel().getSelectedItem());
    }

    private void row(GridPane grid, int row, String key, TextField field, UnaryOperator<HangingProtocol> change) {
        Label label = new Label();
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty().bind(texts.bind(key));
        label.setLabelFor(field);
        field.setId(key.replace('.', '-'));
        GridPane.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(event -> change(change));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                change(change);
            }
        });
        grid.add(label, 0, row);
        grid.add(field, 1, row);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.textProperty().bind(texts.bind(key));
        button.setAlignment(Pos.CENTER);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void fill(@org.jspecify.annotations.Nullable HangingProtocol protocol) {
        showing = true;
        name.setText(protocol == null ? "" : protocol.name());
        modality.setText(protocol == null ? "" : protocol.modality());
        anyOf.setText(protocol == null ? "" : String.join(", ", protocol.words()));
        prior.setSelected(protocol != null && protocol.prior());
        stages.getItems().setAll(protocol == null ? List.of() : protocol.stages());
        showing = false;
    }

    private void change(UnaryOperator<HangingProtocol> change) {
        int index = list.getSelectionModel().getSelectedIndex();
        if (showing || index < 0 || index >= protocols.size()) {
            return;
        }
        HangingProtocol changed = change.apply(protocols.get(index));
        if (!changed.equals(protocols.get(index)) && !changed.name().isBlank()) {
            showing = true;
            protocols.set(index, changed);
            list.getSelectionModel().select(index);
            showing = false;
            model.keep(protocols);
        }
    }

    private void move(int by) {
        int index = list.getSelectionModel().getSelectedIndex();
        int to = index + by;
        if (index >= 0 && to >= 0 && to < protocols.size()) {
            HangingProtocol moved = protocols.remove(index);
            protocols.add(to, moved);
            list.getSelectionModel().select(to);
            model.keep(protocols);
        }
    }

    private void add() {
        model.asNow().ifPresent(now -> {
            protocols.addFirst(new HangingProtocol(texts.get("hanging.new"), "", List.of(), false, List.of(now)));
            list.getSelectionModel().selectFirst();
            model.keep(protocols);
        });
    }

    private void remove() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            protocols.remove(index);
            model.keep(protocols);
        }
    }

    private static final class Cell<T> extends ListCell<T> {
        private final java.util.function.Function<T, String> words;

        Cell(java.util.function.Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : words.apply(item));
        }
    }
}
