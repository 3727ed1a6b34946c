package org.farfield.workstation.app.presentation;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.farfield.dicom.PersonName;
import org.farfield.workstation.app.AppCommand;
import org.farfield.workstation.app.ChosenWords;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.presentation.KeyMark;
import org.farfield.workstation.reading.presentation.ShownStudy;
import org.farfield.workstation.report.gsps.PresentationState;
import org.farfield.workstation.report.ko.KeyTitle;

/** The key images of the study and its saved views, each to be gone to, and what to add to them. FX thread. */
final class ViewsPage extends VBox {
    private final PresentationDesk desk;
    private final ShownStudy study;
    private final Texts texts;
    private final VBox keys = new VBox(4);
    private final VBox views = new VBox(4);
    private final ChoiceBox<KeyTitle> title = new ChoiceBox<>();

    ViewsPage(PresentationDesk desk, ShownStudy study, Texts texts) {
        super(8);
        this.desk = desk;
        this.study = study;
        this.texts = texts;
        setId("views-page");
        getStyleClass().add("reading-page");
        TextField description = new TextField();
        description.setId("view-description");
        description.promptTextProperty().bind(texts.bind("views.description"));
        description.textProperty().bindBidirectional(desk.description());
        title.setId("key-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.getItems()
                .setAll(Arrays.stream(KeyTitle.values())
                        .filter(KeyTitle::worthLooking)
                        .toList());
        title.valueProperty().bindBidirectional(desk.title());
        VBox lists = new VBox(8, heading("views.keys"), keys, heading("views.states"), views);
        ScrollPane scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        scroll,
                        labelled("views.purpose", title),
                        button("key.mark"),
                        button("measure.save", "views.save"),
                        description,
                        button("presentation.save"),
                        button("presentation.off"));
        desk.keys().marks().subscribe(this::fill);
        desk.states().states().subscribe(this::fill);
        desk.states().applied().subscribe(this::fill);
        study.shown().subscribe(this::fill);
        texts.language().subscribe(this::speak);
        speak();
    }

    private void speak() {
        title.setConverter(new ChosenWords<>(each -> desk.title(each.code())));
        fill();
    }

    private Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("section-heading");
        return label;
    }

    private VBox labelled(String key, Node field) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("muted");
        return new VBox(2, label, field);
    }

    private Button button(String id) {
        return button(id, id);
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId("views-" + id.replace('.', '-'));
        button.textProperty().bind(texts.bind(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> {
            AppCommand command = desk.window().commands().get(id);
            desk.window().commands().run(command);
        });
        return button;
    }

    private void fill() {
        List<KeyMark> marks = desk.keys().marks().get();
        keys.getChildren().setAll(marks.stream().map(this::row).toList());
        if (marks.isEmpty()) {
            keys.getChildren().add(muted(texts.get("views.nokeys")));
        }
        List<PresentationState> states = desk.states().states().get();
        views.getChildren().setAll(states.stream().map(this::row).toList());
        if (states.isEmpty()) {
            views.getChildren().add(muted(texts.get("views.nostates")));
        }
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private Node row(KeyMark mark) {
        boolean here = study.shown()
                .get()
                .filter(now -> now.slices().stream().anyMatch(mark::isOn))
                .isPresent();
        String standing = mark.saved() ? PersonName.parse(mark.observer()).display() : texts.get("views.draft");
        VBox row = entry(
                (mark.worthLooking() ? "\u2605 " : "\u26a0 ") + desk.title(mark.title()) + place(mark),
                here ? standing : texts.get("views.elsewhere"),
                button -> desk.keys().goTo(mark));
        row.setDisable(!here);
        return row;
    }

    private String place(KeyMark mark) {
        return study.shown()
                .get()
                .flatMap(now -> now.slices().stream().filter(mark::isOn).findFirst())
                .flatMap(slice -> desk.keys().numberOf(slice))
                .map(number -> " \u00b7 " + texts.get("views.image", number))
                .orElse("");
    }

    private Node row(PresentationState state) {
        boolean fits = desk.states().fits(state);
        boolean applied = desk.states().applied().get().filter(state::equals).isPresent();
        String name = state.description().isEmpty() ? state.label() : state.description();
        String when = state.made().getFirst();
        String day =
                when.length() == 8 ? when.substring(0, 4) + "-" + when.substring(4, 6) + "-" + when.substring(6) : when;
        VBox row = entry(
                (applied ? "\u2713 " : "") + name,
                fits ? day + "  " + PersonName.parse(state.creator()).display() : texts.get("views.elsewhere"),
                button -> desk.apply(state));
        row.setDisable(!fits);
        return row;
    }

    private static VBox entry(String name, String below, java.util.function.Consumer<Button> action) {
        Button go = new Button(name);
        go.getStyleClass().add("flat-icon");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        go.setOnAction(event -> action.accept(go));
        HBox.setHgrow(go, Priority.ALWAYS);
        VBox row = new VBox(0, go, muted(below));
        row.getStyleClass().add("measurement-row");
        return row;
    }
}
