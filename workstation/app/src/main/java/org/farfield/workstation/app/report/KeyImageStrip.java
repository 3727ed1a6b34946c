package org.farfield.workstation.app.report;

import java.awt.image.BufferedImage;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.report.ReportModel;
import org.farfield.workstation.report.KeyImage;
import org.farfield.workstation.report.Report;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The key images of a report, each with what it shows. */
final class KeyImageStrip extends VBox {
    private static final double WIDTH = 300;

    private final ReportModel model;
    private final Texts texts;
    private List<KeyImage> shown = List.of();
    private boolean editable;

    KeyImageStrip(ReportModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setId("key-images");
        model.pictures().subscribe(this::build);
    }

    void show(Report report) {
        boolean draft = report.status() == Report.Status.DRAFT;
        boolean sameImages = draft == editable
                && shown.stream()
                        .map(KeyImage::picture)
                        .toList()
                        .equals(report.keyImages().stream()
                                .map(KeyImage::picture)
                                .toList());
        shown = report.keyImages();
        editable = draft;
        if (!sameImages) {
            build();
        }
    }

    private void build() {
        getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            getChildren().add(image(i + 1, shown.get(i)));
        }
    }

    private VBox image(int number, KeyImage image) {
        VBox box = new VBox(3);
        box.getStyleClass().add("key-image");
        @Nullable BufferedImage picture = model.pictures().get(image.picture().sopInstanceUid());
        if (picture != null) {
            ImageView view = new ImageView(SwingFXUtils.toFXImage(picture, null));
            view.setFitWidth(WIDTH);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            box.getChildren().add(view);
        }
        Label name = new Label(texts.get("report.image", number));
        name.setMinWidth(USE_PREF_SIZE);
        if (editable) {
            TextField caption = new TextField(image.caption());
            caption.promptTextProperty().bind(texts.bind("report.caption"));
            caption.textProperty().subscribe(words -> model.caption(image, words));
            HBox.setHgrow(caption, Priority.ALWAYS);
            Button away = new Button();
            away.setGraphic(new FontIcon(Material2OutlinedAL.DELETE_OUTLINE));
            away.getStyleClass().add("flat-icon");
            away.accessibleTextProperty().bind(texts.bind("report.remove"));
            away.setOnAction(event -> model.removeKeyImage(image));
            HBox line = new HBox(6, name, caption, away);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            box.getChildren().add(line);
        } else {
            name.setText(image.caption().isEmpty() ? name.getText() : name.getText() + ": " + image.caption());
            name.setWrapText(true);
            box.getChildren().add(name);
        }
        return box;
    }
}
