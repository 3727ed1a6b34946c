package org.farfield.workstation.app.report;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.structures.StructureModel;
import org.farfield.workstation.study.structures.Structure;
import org.farfield.workstation.study.structures.StructureSet;

/** The structures of the study, each to be shown, hidden and gone to. FX thread. */
final class StructurePage extends VBox {
    private static final double SWATCH = 12;

    private final StructureModel model;
    private final Texts texts;
    private final VBox list = new VBox(4);

    StructurePage(StructureModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setId("structure-page");
        getStyleClass().add("reading-page");
        Label heading = new Label();
        heading.textProperty().bind(texts.bind("structures.opacity"));
        heading.getStyleClass().add("muted");
        Slider opacity = new Slider(0, 1, model.opacity().get());
        opacity.setId("structure-opacity");
        opacity.valueProperty().bindBidirectional(model.opacity());
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, new VBox(2, heading, opacity));
        model.sets().subscribe(sets -> fill());
        texts.language().subscribe(this::fill);
    }

    private void fill() {
        list.getChildren().clear();
        for (StructureSet set : model.sets().get()) {
            Label title = new Label(set.title());
            title.getStyleClass().add("section-heading");
            list.getChildren().add(title);
            set.structures().forEach(each -> list.getChildren().add(row(set, each)));
            set.notes().forEach(note -> list.getChildren().add(muted(note)));
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(muted(texts.get("structures.none")));
        }
    }

    private Node row(StructureSet set, Structure structure) {
        CheckBox visible = new CheckBox();
        visible.setSelected(model.visible(set, structure));
        visible.setAccessibleText(structure.label());
        visible.setOnAction(event -> model.setVisible(set, structure, visible.isSelected()));
        Rectangle swatch = new Rectangle(SWATCH, SWATCH, Color.web(String.format("#%06x", structure.rgb())));
        Button name = new Button(structure.label().isEmpty() ? "#" + structure.number() : structure.label());
        name.getStyleClass().add("flat-icon");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setOnAction(event -> model.goTo(set, structure));
        HBox.setHgrow(name, Priority.ALWAYS);
        Label size = muted(String.format(Locale.ROOT, "%.1f mL", structure.volumeMm3() / 1000));
        HBox row = new HBox(6, visible, swatch, name, size);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("measurement-row");
        return row;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }
}
