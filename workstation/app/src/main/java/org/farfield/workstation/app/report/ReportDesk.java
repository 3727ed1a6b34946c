package org.farfield.workstation.app.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import org.farfield.workstation.app.AppCommand;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.MeasurementWords;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.app.presentation.PresentationDesk;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.kept.KeptMeasurements;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.report.ReportModel;
import org.farfield.workstation.reading.structures.StructureModel;
import org.farfield.workstation.report.ReportTemplate;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.vault.Vault;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * All that a reader says of the study in a workstation window: what is measured is kept, key images are taken, the
 * report is written and signed. FX thread.
 */
public final class ReportDesk implements AutoCloseable {
    private final WorkstationWindow window;
    private final Texts texts;
    private final ReaderSettings settings;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("reading-disk").unstarted(task));
    private final KeptMeasurements kept;
    private final ReportModel report;
    private final PresentationDesk views;
    private final StructureModel structures;
    private final ReadingSide side;

    /**
     * Adds the reader's panel and commands to a window.
     *
     * @param store where documents and pictures go; drafts, settings and a site's own templates lie beside it
     */
    public ReportDesk(WorkstationWindow window, Path store, Clock clock) {
        this.window = window;
        this.texts = window.texts().with(ReportDesk.class, "report");
        Path here = Vault.onDisk(store.toAbsolutePath());
        this.settings = settings(here.resolveSibling("reader.properties"));
        LocalStore files = new LocalStore(store);
        DraftFolder drafts = DraftFolder.beside(store);
        this.kept = new KeptMeasurements(
                window.reading(),
                window.studies(),
                window.load(),
                files,
                drafts,
                Platform::runLater,
                disk,
                clock,
                this::reader);
        this.report = new ReportModel(
                window.studies(),
                window.load(),
                files,
                drafts,
                Platform::runLater,
                disk,
                clock,
                this::reader,
                templates(here.resolveSibling("templates")));
        this.views = new PresentationDesk(
                window,
                files,
                drafts,
                disk,
                clock,
                this::reader,
                () -> window.opening().listStore(store));
        this.structures = new StructureModel(window.reading(), views.study(), window.load(), Platform::runLater, disk);
        kept.onSaved(() -> window.opening().listStore(store));
        report.onSigned(() -> {
            views.keys().save();
            window.opening().listStore(store);
        });
        addCommands();
        this.side = new ReadingSide(
                texts,
                new MeasurementList(window.reading(), kept, texts, button("measure.save", Material2OutlinedMZ.SAVE)),
                views.page(),
                new StructurePage(structures, texts),
                new ReportPane(
                        report,
                        texts,
                        new ReaderFields(settings, texts, message -> trouble(here, message)),
                        this::insertMeasurements,
                        button("key.image", Material2OutlinedAL.ADD_A_PHOTO)));
    }

    private ReaderSettings settings(Path file) {
        try {
            return new ReaderSettings(file);
        } catch (IOException e) {
            trouble(file, String.valueOf(e.getMessage()));
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<ReportTemplate> templates(Path folder) {
        List<ReportTemplate> all = new ArrayList<>();
        try {
            all.addAll(ReportTemplate.of(folder));
        } catch (IOException e) {
            trouble(folder, String.valueOf(e.getMessage()));
        }
        all.addAll(ReportTemplate.shipped());
        return all;
    }

    private void trouble(Path file, String message) {
        window.load().report(List.of(new Problem(file, Problem.Kind.UNREADABLE, message)));
    }

    /** Whoever has not said a name signs as the system's user. */
    private Reader reader() {
        String name = settings.name().get().strip();
        String organization = settings.organization().get().strip();
        return new Reader(
                name.isEmpty() ? System.getProperty("user.name", "reader") : name,
                organization.isEmpty() ? "-" : organization,
                window.texts().language().get() == Language.CHINESE ? "zh-CN" : "en");
    }

    private void addCommands() {
        var commands = window.commands();
        commands.add(AppCommand.of("measure.save", "measure.save", this::save).withKey("Shortcut+S"));
        commands.add(
                AppCommand.of("side.measurements", "side.measurements", () -> toggle(ReadingSide.Page.MEASUREMENTS))
                        .withKey("Shortcut+M"));
        commands.add(AppCommand.of("side.views", "side.views", () -> toggle(ReadingSide.Page.VIEWS))
                .withKey("Shortcut+K"));
        commands.add(AppCommand.of("side.structures", "side.structures", () -> toggle(ReadingSide.Page.STRUCTURES))
                .withKey("Shortcut+G"));
        commands.add(AppCommand.of(
                        "structures.toggle",
                        "structures.toggle",
                        window.reading().showing(),
                        structures::toggleAll)
                .withKey("Alt+S"));
        commands.add(AppCommand.of("side.report", "side.report", () -> toggle(ReadingSide.Page.REPORT))
                .withKey("Shortcut+R"));
        commands.add(AppCommand.of("key.image", "key.image", window.reading().stepping(), this::takeKeyImage)
                .withKey("Y"));
    }

    /** Measurements and key images that are only drafts. */
    private void save() {
        kept.save();
        views.keys().save();
    }

    private Button button(String id, org.kordamp.ikonli.Ikon icon) {
        AppCommand command = window.commands().get(id);
        Button button = new Button();
        button.setId(id.replace('.', '-'));
        button.setGraphic(new FontIcon(icon));
        button.textProperty().bind(window.texts().bind(command.labelKey()));
        button.setOnAction(event -> window.commands().run(command));
        return button;
    }

    /** Shows a page, or hides it where it is shown. */
    public void toggle(ReadingSide.Page page) {
        boolean shown = window.readingPanel().filter(side::equals).isPresent();
        if (shown && side.page().get() == page) {
            window.clearReadingPanel();
        } else {
            side.page().set(page);
            window.setReadingPanel(side);
        }
    }

    /** Shows the report. */
    public void showReport() {
        side.page().set(ReadingSide.Page.REPORT);
        window.setReadingPanel(side);
    }

    private void takeKeyImage() {
        Node what = window.view().active();
        SnapshotParameters parameters = new SnapshotParameters();
        BufferedImage seen = SwingFXUtils.fromFXImage(what.snapshot(parameters, null), null);
        BufferedImage opaque = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(seen, 0, 0, null);
        views.markKeyImage();
        report.addKeyImage(opaque);
        showReport();
    }

    private void insertMeasurements() {
        window.reading().mpr().get().ifPresent(mpr -> report.append(Section.FINDINGS, sentences(mpr)));
    }

    private List<String> sentences(MprModel mpr) {
        MeasurementWords words = new MeasurementWords(window.texts());
        String unit = mpr.displaySet().volume().unit();
        List<String> lines = new ArrayList<>();
        for (Measurement each : mpr.measure().all()) {
            List<String> numbers = words.of(mpr.measure().measured(each), unit);
            String name = each.note().isEmpty()
                    ? texts.get("measurement." + each.kind().id())
                    : each.note();
            if (each.complete() && !(numbers.isEmpty() && each.note().isEmpty())) {
                lines.add(numbers.isEmpty() ? name : name + ": " + String.join(", ", numbers));
            }
        }
        return lines;
    }

    /** The report of the study that is shown. */
    public ReportModel report() {
        return report;
    }

    /** Key images and presentation states of what is shown. */
    public PresentationDesk views() {
        return views;
    }

    /** What others delineated in what is shown. */
    public StructureModel structures() {
        return structures;
    }

    /** The measurements of what is shown. */
    public KeptMeasurements kept() {
        return kept;
    }

    /** Finishes what is being written. */
    @Override
    public void close() {
        disk.close();
    }
}
