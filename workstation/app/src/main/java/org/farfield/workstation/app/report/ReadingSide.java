package org.farfield.workstation.app.report;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.farfield.workstation.app.Texts;

/** The pages beside the images, one at a time: measurements, key images and views, structures, report. */
final class ReadingSide extends VBox {
    private static final double WIDTH = 380;

    /** One of its pages. */
    enum Page {
        MEASUREMENTS,
        VIEWS,
        STRUCTURES,
        REPORT
    }

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.MEASUREMENTS);

    ReadingSide(Texts texts, Node measurements, Node views, Node structures, Node report) {
        super(8);
        setId("reading-side");
        getStyleClass().add("reading-side");
        getStylesheets()
                .add(java.util.Objects.requireNonNull(ReadingSide.class.getResource("report.css"))
                        .toExternalForm());
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        ToggleButton first = toggle(texts, "side.measurements.short", Page.MEASUREMENTS);
        ToggleButton second = toggle(texts, "side.report.short", Page.REPORT);
        ToggleButton middle = toggle(texts, "side.views.short", Page.VIEWS);
        ToggleButton third = toggle(texts, "side.structures.short", Page.STRUCTURES);
        SegmentedButton tabs = new SegmentedButton(first, middle, third, second);
        tabs.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        page.subscribe(now -> {
            first.setSelected(now == Page.MEASUREMENTS);
            middle.setSelected(now == Page.VIEWS);
            third.setSelected(now == Page.STRUCTURES);
            second.setSelected(now == Page.REPORT);
            Node content = switch (now) {
                case MEASUREMENTS -> measurements;
                case VIEWS -> views;
                case STRUCTURES -> structures;
                case REPORT -> report;
            };
            VBox.setVgrow(content, Priority.ALWAYS);
            getChildren().setAll(tabs, content);
        });
    }

    private ToggleButton toggle(Texts texts, String key, Page to) {
        ToggleButton toggle = new ToggleButton();
        toggle.textProperty().bind(texts.bind(key));
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setOnAction(event -> {
            page.set(to);
            toggle.setSelected(true);
        });
        return toggle;
    }

    ObjectProperty<Page> page() {
        return page;
    }
}
