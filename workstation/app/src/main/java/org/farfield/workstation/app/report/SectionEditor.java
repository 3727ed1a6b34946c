package org.farfield.workstation.app.report;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.report.ReportModel;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportWords;
import org.farfield.workstation.report.Section;

/**
 * One section of the report: to be written in a draft, to be read when it is signed, with what the first reader said.
 */
final class SectionEditor extends VBox {
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_ROWS = 14;

    private final ReportModel model;
    private final Section section;
    private final Texts texts;
    private final Label heading = new Label();
    private final TextArea text = new TextArea();
    private final Label read = new Label();
    private final Label first = new Label();
    private final VBox difference = new VBox(4);
    private boolean showing;

    SectionEditor(ReportModel model, Section section, Texts texts) {
        super(3);
        this.model = model;
        this.section = section;
        this.texts = texts;
        heading.getStyleClass().add("section-heading");
        text.setId("section-" + section.id());
        text.setWrapText(true);
        text.textProperty().subscribe(words -> {
            text.setPrefRowCount(Math.clamp(words.lines().count() + 1, FEWEST_ROWS, MOST_ROWS));
            if (!showing) {
                model.write(section, words);
            }
        });
        read.setWrapText(true);
        read.setMinHeight(USE_PREF_SIZE);
        first.setWrapText(true);
        first.setMinHeight(USE_PREF_SIZE);
        Label said = new Label();
        said.textProperty().bind(texts.bind("report.first"));
        said.getStyleClass().add("muted");
        Button restore = new Button();
        restore.setId("restore-" + section.id());
        restore.textProperty().bind(texts.bind("report.restore"));
        restore.setOnAction(event -> model.restore(section));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        difference.getChildren().addAll(new HBox(8, said, space, restore), first);
        difference.getStyleClass().add("difference");
        getChildren().addAll(heading, text, read, difference);
    }

    /** @param words in the report's language */
    void show(Report report, ReportWords words) {
        boolean draft = report.status() == Report.Status.DRAFT;
        heading.setText(words.section(section));
        showing = true;
        if (!text.getText().equals(report.text(section))) {
            text.setText(report.text(section));
        }
        showing = false;
        read.setText(report.text(section));
        present(text, draft);
        present(read, !draft);
        boolean differs = draft && model.differences().contains(section);
        first.setText(model.before().get().map(old -> old.text(section)).orElse(""));
        if (differs && first.getText().isBlank()) {
            first.setText(texts.get("report.nothing"));
        }
        present(difference, differs);
        present(this, draft || !report.text(section).isBlank());
    }

    private static void present(Region node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
