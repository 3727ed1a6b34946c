package org.farfield.workstation.app.compare;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.farfield.workstation.app.CommandButtons;
import org.farfield.workstation.app.ReadingView;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.reading.compare.CompareModel;
import org.farfield.workstation.reading.compare.CompareModel.Link;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The second series: what it is and how it goes with the first one above, its planes below. FX thread. */
final class ComparePane extends BorderPane {
    private final CompareModel model;
    private final Texts texts;
    private final ReadingView view;

    ComparePane(CompareModel model, WorkstationWindow window, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.view = new ReadingView(model.prior(), window.loop(), texts);
        setId("compare");
        getStyleClass().add("compare");
        setTop(header(new CommandButtons(window.commands(), window.texts())));
        setCenter(view);
        view.layoutBoundsProperty().subscribe(this::tellSize);
        model.prior().maximised().subscribe(this::tellSize);
    }

    static String sheet() {
        return Objects.requireNonNull(ComparePane.class.getResource("compare.css"))
                .toExternalForm();
    }

    void watch(Scene scene) {
        view.watch(scene);
    }

    ReadingView view() {
        return view;
    }

    private void tellSize() {
        boolean alone = model.prior().maximised().get().isPresent();
        model.setViewport(
                alone ? view.getWidth() : view.getWidth() / 2, alone ? view.getHeight() : view.getHeight() / 2);
    }

    private Node header(CommandButtons buttons) {
        MenuButton which = new MenuButton();
        which.setId("compare-which");
        which.setMinWidth(0);
        HBox.setHgrow(which, Priority.ALWAYS);
        which.setMaxWidth(Region.USE_PREF_SIZE);
        which.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.shown().get().map(this::name).orElse(""), model.shown(), texts.language()));
        which.setOnShowing(event -> which.getItems()
                .setAll(model.candidates().stream().map(this::choice).toList()));
        Label how = new Label();
        how.setId("compare-how");
        how.setMinWidth(Region.USE_PREF_SIZE);
        how.textProperty()
                .bind(Bindings.createStringBinding(
                        this::how, model.link(), model.registering(), model.unlike(), texts.language()));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(16, 16);
        busy.visibleProperty().bind(model.registering().or(model.load().busy()));
        busy.managedProperty().bind(busy.visibleProperty());
        ToggleButton link = buttons.toggle("compare.link", Material2OutlinedAL.LINK);
        model.link().subscribe(now -> link.setSelected(now != Link.OFF));
        link.selectedProperty().subscribe(now -> link.setSelected(model.link().get() != Link.OFF));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(
                6,
                which,
                space,
                busy,
                how,
                link,
                buttons.icon("compare.align", Material2OutlinedAL.GPS_FIXED),
                buttons.icon("compare.register", Material2OutlinedAL.FLIP_TO_BACK),
                buttons.icon("compare.close", Material2OutlinedAL.CLOSE));
        header.getStyleClass().add("compare-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private MenuItem choice(StudyRow.OfSeries row) {
        MenuItem item = new MenuItem(name(row));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.show(row));
        return item;
    }

    private String name(StudyRow.OfSeries row) {
        String date = row.study().date();
        String shown = date.matches("\\d{8}")
                ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)
                : texts.get("compare.undated");
        return String.join(
                        " \u00b7 ",
                        shown,
                        row.series().modality(),
                        row.series().description().isBlank()
                                ? row.study().description()
                                : row.series().description())
                .strip();
    }

    private String how() {
        if (model.registering().get()) {
            return texts.get("compare.registering");
        }
        if (model.unlike().get()) {
            return texts.get("compare.unlike");
        }
        return texts.get("compare.how." + model.link().get().name().toLowerCase(java.util.Locale.ROOT));
    }
}
