package org.farfield.workstation.app.live;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.farfield.workstation.app.Appearance;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.live.ChatModel;
import org.farfield.workstation.reading.live.LocalModel;

/** The local operator's own window, as it would stand at the scanner. FX thread. */
public final class LocalStation implements AutoCloseable {

    /** Width of the window's content. */
    public static final double WIDTH = 1000;

    /** Height of the window's content. */
    public static final double HEIGHT = 860;

    private final LocalModel local;
    private final LocalPane pane;
    private final Texts texts;
    private final Timeline look;
    private final Stage stage = new Stage();

    /** A window that is not shown yet, in the look and language of a workstation's window. */
    public LocalStation(WorkstationWindow window, LocalModel local, ChatModel chat) {
        this.local = local;
        texts = LiveLook.texts(window.texts());
        pane = new LocalPane(texts, local, chat);
        look = new Timeline(new KeyFrame(Duration.millis(LiveDock.LOOK_MILLIS), event -> refresh()));
        look.setCycleCount(Timeline.INDEFINITE);
        look.play();
    }

    /** Shows it on a stage of its own. */
    public void show(Appearance appearance) {
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        appearance.dress(scene, texts);
        stage.titleProperty().bind(texts.bind("local.title"));
        stage.setScene(scene);
        stage.setMinWidth(WIDTH);
        stage.setMinHeight(700);
        stage.show();
    }

    /** Looks at everything again. */
    public void refresh() {
        local.refresh();
        pane.refresh();
    }

    /** What the window shows. */
    public LocalPane pane() {
        return pane;
    }

    public Stage stage() {
        return stage;
    }

    /** Writes what the window shows as a PNG. */
    public void writePicture(Path file) throws IOException {
        BufferedImage opaque = new BufferedImage((int) WIDTH, (int) HEIGHT, BufferedImage.TYPE_INT_RGB);
        WritableImage picture = new WritableImage((int) WIDTH, (int) HEIGHT);
        SwingFXUtils.fromFXImage(pane.snapshot(null, picture), opaque);
        if (!ImageIO.write(opaque, "png", file.toFile())) {
            throw new IOException("no PNG writer for " + file);
        }
    }

    @Override
    public void close() {
        local.hold(false);
        look.stop();
        stage.hide();
    }
}
