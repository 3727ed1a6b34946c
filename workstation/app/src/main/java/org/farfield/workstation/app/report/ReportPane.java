package org.farfield.workstation.app.report;

import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.farfield.workstation.app.ChosenWords;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.report.ReportModel;
import org.farfield.workstation.report.CriticalFinding;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportPdf;
import org.farfield.workstation.report.ReportTemplate;
import org.farfield.workstation.report.ReportWords;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.SrDocument;
import org.jspecify.annotations.Nullable;

/** The report of the study that is shown, from its template to its signatures and addenda. FX thread. */
final class ReportPane extends VBox {
    private final ReportModel model;
    private final Texts texts;
    private final Label status = new Label();
    private final Label signatures = new Label();
    private final Label fingerprint = new Label();
    private final VBox begin = new VBox(8);
    private final ComboBox<ReportTemplate> templates = new ComboBox<>();
    private final VBox body = new VBox(10);
    private final Map<Section, SectionEditor> sections = new EnumMap<>(Section.class);
    private final TextField critical = new TextField();
    private final Label criticalRead = new Label();
    private final Button acknowledge = new Button();
    private final KeyImageStrip images;
    private final VBox addenda = new VBox(6);
    private final TextArea addendum = new TextArea();
    private final VBox drafting = new VBox(6);
    private final VBox reviewing = new VBox(6);
    private final VBox adding = new VBox(6);
    private boolean showing;

    /**
     * @param insert adds what was measured to the findings
     * @param picture takes a key image
     */
    ReportPane(ReportModel model, Texts texts, ReaderFields reader, Runnable insert, Button picture) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.images = new KeyImageStrip(model, texts);
        setId("report-pane");
        getStyleClass().add("reading-page");
        status.setId("report-status");
        status.getStyleClass().add("report-status");
        status.setWrapText(true);
        signatures.setWrapText(true);
        fingerprint.setWrapText(true);
        fingerprint.getStyleClass().add("fingerprint");
        begin();
        body(insert, picture);
        buttons();
        ScrollPane scroll = new ScrollPane(new VBox(10, begin, body));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(status, scroll, reader, drafting, reviewing, adding);
        model.report().subscribe(this::refresh);
        model.before().subscribe(this::refresh);
        model.study().subscribe(this::offer);
        texts.language().subscribe(this::offer);
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void begin() {
        Label words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        words.textProperty().bind(texts.bind("report.none"));
        templates.setId("report-template");
        templates.setMaxWidth(Double.MAX_VALUE);
        templates.setConverter(new ChosenWords<>(ReportTemplate::title));
        Button start = button("report-begin", "report.begin", () -> {
            if (templates.getValue() != null) {
                model.begin(templates.getValue());
            }
        });
        start.getStyleClass().add("accent");
        begin.getChildren().addAll(words, templates, start);
    }

    private void body(Runnable insert, Button picture) {
        for (Section section : Section.values()) {
            SectionEditor editor = new SectionEditor(model, section, texts);
            sections.put(section, editor);
            body.getChildren().add(editor);
            if (section == Section.FINDINGS) {
                Button add = button("report-insert", "report.insert", insert);
                add.visibleProperty().bind(drafting.visibleProperty());
                add.managedProperty().bind(drafting.visibleProperty());
                body.getChildren().add(add);
            }
        }
        critical.setId("report-critical");
        critical.promptTextProperty().bind(texts.bind("report.critical.prompt"));
        critical.textProperty().subscribe(words -> {
            if (!showing) {
                model.critical(words);
            }
        });
        criticalRead.setWrapText(true);
        criticalRead.getStyleClass().add("critical");
        acknowledge.setId("report-acknowledge");
        acknowledge.textProperty().bind(texts.bind("report.acknowledge"));
        acknowledge.setOnAction(event -> model.acknowledge());
        picture.setMaxWidth(Double.MAX_VALUE);
        picture.visibleProperty().bind(drafting.visibleProperty());
        picture.managedProperty().bind(drafting.visibleProperty());
        body.getChildren()
                .addAll(
                        heading("report.critical"),
                        critical,
                        criticalRead,
                        acknowledge,
                        heading("report.images"),
                        images,
                        picture,
                        addenda,
                        signatures,
                        fingerprint);
    }

    private Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("section-heading");
        return label;
    }

    private void buttons() {
        Button first = button("report-sign-first", "report.sign.first", () -> model.sign(false));
        Button last = button("report-sign", "report.sign", () -> model.sign(true));
        last.getStyleClass().add("accent");
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(last, Priority.ALWAYS);
        drafting.getChildren().add(new HBox(8, first, last));
        Button review = button("report-review", "report.review", model::review);
        review.getStyleClass().add("accent");
        reviewing.getChildren().add(review);
        addendum.setId("report-addendum");
        addendum.setPrefRowCount(2);
        addendum.setWrapText(true);
        addendum.promptTextProperty().bind(texts.bind("report.addendum.prompt"));
        Button add = button("report-add", "report.addendum", () -> {
            model.addAddendum(addendum.getText());
            addendum.clear();
        });
        add.disableProperty().bind(addendum.textProperty().map(String::isBlank));
        Button pdf = button("report-pdf", "report.pdf", this::savePdf);
        adding.getChildren().addAll(addendum, new HBox(8, add, pdf));
        HBox.setHgrow(add, Priority.ALWAYS);
        HBox.setHgrow(pdf, Priority.ALWAYS);
    }

    private void savePdf() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("report.pdf"));
        chooser.setInitialFileName("report.pdf");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.savePdf(file.toPath());
        }
    }

    private void offer() {
        List<ReportTemplate> fitting = model.templates();
        templates.getItems().setAll(fitting);
        fitting.stream().findFirst().ifPresent(templates::setValue);
        refresh();
    }

    private void refresh() {
        Optional<Report> now = model.report().get();
        boolean study = model.study().get().isPresent();
        Report.@Nullable Status state = now.map(Report::status).orElse(null);
        present(begin, now.isEmpty() && study);
        present(body, now.isPresent());
        present(drafting, state == Report.Status.DRAFT);
        present(reviewing, state == Report.Status.FIRST_SIGNED);
        present(adding, state == Report.Status.FINAL);
        status.setText(
                now.isEmpty()
                        ? texts.get(study ? "report.unwritten" : "report.nostudy")
                        : texts.get("report.status." + state(now.get())));
        now.ifPresent(this::show);
    }

    private String state(Report report) {
        boolean second =
                report.status() == Report.Status.DRAFT && model.before().get().isPresent();
        return second
                ? "second"
                : report.status().name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private void show(Report report) {
        boolean draft = report.status() == Report.Status.DRAFT;
        ReportWords words = new ReportWords(report.language());
        sections.values().forEach(editor -> editor.show(report, words));
        String finding = report.critical().map(CriticalFinding::text).orElse("");
        showing = true;
        if (!critical.getText().equals(finding)) {
            critical.setText(finding);
        }
        showing = false;
        present(critical, draft);
        criticalRead.setText(report.critical()
                .map(each -> "! " + each.text()
                        + each.acknowledged()
                                .map(by -> "\n"
                                        + words.get("acknowledged", words.name(by.name()), ReportPdf.moment(by.at())))
                                .orElse(""))
                .orElse("\u2013"));
        present(criticalRead, !draft);
        present(
                acknowledge,
                !draft
                        && report.critical()
                                .filter(each -> each.acknowledged().isEmpty())
                                .isPresent());
        images.show(report);
        addenda.getChildren().setAll(addenda(report, words));
        signatures.setText(String.join("\n", signed(report, words)));
        present(signatures, !report.signatures().isEmpty());
        fingerprint.setText(words.get("fingerprint", report.hash()));
        present(fingerprint, !draft);
    }

    private static List<Node> addenda(Report report, ReportWords words) {
        List<Node> all = new ArrayList<>();
        report.addenda().forEach(each -> {
            Label heading = new Label(words.get("addendum", words.name(each.author()), ReportPdf.moment(each.at())));
            heading.getStyleClass().add("section-heading");
            Label text = new Label(each.text());
            text.setWrapText(true);
            all.add(heading);
            all.add(text);
        });
        return all;
    }

    private static List<String> signed(Report report, ReportWords words) {
        List<String> lines = new ArrayList<>();
        for (SrDocument.Verifier each : report.signatures()) {
            lines.add("\u2713 "
                    + words.get("signed", words.name(each.name()), each.organization(), ReportPdf.moment(each.at())));
        }
        return lines;
    }

    private static void present(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
