package org.farfield.workstation.app;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.workstation.reading.DisplaySetModel;
import org.farfield.workstation.reading.FusionModel;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.OpeningModel;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.SeriesModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.study.SeriesLoader;

/**
 * The workstation's window: study browser at the left, four planes in the middle, tools above, status below, and room
 * at the right for a live session's pane. FX thread.
 */
public final class WorkstationWindow {
    private final Texts texts;
    private final Appearance appearance;
    private final ReadingModel reading = new ReadingModel();
    private final LoadModel load = new LoadModel();
    private final CommandSet commands = new CommandSet(reading.history());
    private final BorderPane root = new BorderPane();
    private final StackPane side = new StackPane();
    private final HBox right = new HBox();
    private Optional<Node> readingPanel = Optional.empty();
    private final VBox left = new VBox();
    private final StudyListModel studies = new StudyListModel();
    private final SeriesModel series =
            new SeriesModel(reading, load, studies, SeriesLoader.forThisMachine(), Platform::runLater);
    private final FusionModel fusion =
            new FusionModel(reading, load, SeriesLoader.forThisMachine(), Platform::runLater);
    private final OpeningModel opening = new OpeningModel(load, studies, series, Platform::runLater);
    private final ReadingView view;
    private final HBox images;
    private final RenderLoop loop;
    private final StudyBrowser browser;
    private final StatusBar status;

    /** Builds the window's content, drawn on {@code loop}'s engine. */
    public WorkstationWindow(RenderLoop loop, Texts texts, Appearance appearance) {
        this.texts = texts;
        this.appearance = appearance;
        this.loop = loop;
        this.view = new ReadingView(reading, loop, texts);
        this.images = new HBox(ReadingView.GAP, view);
        share(view);
        ReadingCommands.addTo(commands, reading);
        CinePlayer cine = new CinePlayer(reading, view, texts);
        CinePlayer.addTo(commands, cine, reading);
        FusionCommands.addTo(commands, reading, fusion);
        VolumeCommands.addTo(commands, reading);
        WindowCommands.addTo(commands, this);
        this.status = new StatusBar(reading, load, commands, texts);
        root.getStyleClass().add("workstation");
        side.getStyleClass().add("side");
        side.setId("side");
        this.browser = new StudyBrowser(studies, load, texts, series::show, fusion);
        new FolderDrop(opening).listenTo(root);
        VBox.setVgrow(browser, Priority.ALWAYS);
        left.getChildren().setAll(browser);
        root.setLeft(left);
        root.setTop(new ToolStrip(reading, commands, texts, cine));
        root.setCenter(images);
        root.setBottom(status);
    }

    /** Puts the content on a stage, with keys and looks. */
    public void showOn(Stage stage, double width, double height) {
        Scene scene = new Scene(root, width, height);
        prepare(scene);
        stage.titleProperty().bind(texts.bind("window.title"));
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    /** Gives a scene that holds the content its keys and looks. */
    void prepare(Scene scene) {
        appearance.dress(scene, texts);
        commands.listenTo(scene);
        view.watch(scene);
    }

    /** Shows or hides the list of studies. */
    void toggleBrowser() {
        root.setLeft(root.getLeft() == null ? left : null);
    }

    /** Adds something above the list of studies, below what is there. */
    public void addAboveBrowser(Node node) {
        left.getChildren().add(left.getChildren().size() - 1, node);
    }

    /** Docks a pane at the right of the images, in place of the one before. */
    public void setSidePane(Node pane) {
        side.getChildren().setAll(pane);
        dock();
    }

    /** Shows something at the right of the images, as wide as they are, in place of the one before. */
    public void setBeside(Region other) {
        share(other);
        images.getChildren().setAll(view, other);
    }

    /** Gives the images all their room back. */
    public void clearBeside() {
        images.getChildren().setAll(view);
    }

    private static void share(Region half) {
        half.setMinWidth(0);
        half.setPrefWidth(1);
        HBox.setHgrow(half, Priority.ALWAYS);
    }

    /** Offers something to do with a series of the list, in its menu. */
    public void offerForSeries(ObservableValue<String> words, Consumer<StudyRow.OfSeries> action) {
        browser.offer(words, action);
    }

    /** What draws the images. */
    public RenderLoop loop() {
        return loop;
    }

    /** Shows the reader's own panel between the images and the pane at the right. */
    public void setReadingPanel(Node panel) {
        readingPanel = Optional.of(panel);
        dock();
    }

    /** The reader's own panel, while it is shown. */
    public Optional<Node> readingPanel() {
        return readingPanel;
    }

    /** Gives the room of the reader's panel back to the images. */
    public void clearReadingPanel() {
        readingPanel = Optional.empty();
        dock();
    }

    private void dock() {
        right.getChildren().clear();
        readingPanel.ifPresent(right.getChildren()::add);
        if (!side.getChildren().isEmpty()) {
            right.getChildren().add(side);
        }
        root.setRight(right.getChildren().isEmpty() ? null : right);
    }

    /** Gives the room at the right back to the images. */
    public void clearSidePane() {
        side.getChildren().clear();
        dock();
    }

    /** Shows a volume, whole or growing, in the four planes. */
    public MprModel show(DisplaySetModel displaySet) {
        series.stop();
        load.end();
        studies.shown().set(Optional.empty());
        return reading.show(displaySet);
    }

    public ReadingModel reading() {
        return reading;
    }

    public OpeningModel opening() {
        return opening;
    }

    public StudyListModel studies() {
        return studies;
    }

    public ReadingView view() {
        return view;
    }

    public LoadModel load() {
        return load;
    }

    public CommandSet commands() {
        return commands;
    }

    public StatusBar status() {
        return status;
    }

    public Texts texts() {
        return texts;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Stops what goes on in the background. */
    void close() {
        series.stop();
        load.cancel();
    }

    /** Everything in the window. */
    public Parent content() {
        return root;
    }
}
