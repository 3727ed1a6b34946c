package org.farfield.workstation.app.presentation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import org.farfield.workstation.app.ReadingView;
import org.farfield.workstation.reading.FramesModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the reader sees as a picture, or the slices of the active plane one after the other as a moving one. FX
 * thread; files are written on a thread of their own.
 */
final class PictureExport {
    private static final int FRAME_HUNDREDTHS = 10;

    private final ReadingView view;
    private final boolean named;

    /** @param named whether the words on patient and series stay in the picture */
    PictureExport(ReadingView view, boolean named) {
        this.view = view;
        this.named = named;
    }

    private void showNames(boolean shown) {
        view.lookupAll(".corner.patient").forEach(node -> node.setVisible(shown));
        view.lookupAll(".corner.series").forEach(node -> node.setVisible(shown));
    }

    private BufferedImage picture(Node of) {
        showNames(named);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.BLACK);
        BufferedImage seen = SwingFXUtils.fromFXImage(of.snapshot(parameters, null), null);
        showNames(true);
        BufferedImage opaque = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(seen, 0, 0, null);
        return opaque;
    }

    /**
     * Writes a picture as the end of its name says; a moving one of the active viewport goes through all its slices, or
     * all single images, and comes back to where it was.
     *
     * @param whole all viewports, otherwise the one that the keyboard moves
     * @param done hears why it failed, or nothing; on the FX thread
     */
    void write(boolean whole, Path file, Consumer<Optional<IOException>> done) {
        Optional<PictureFile> kind = PictureFile.of(file);
        if (kind.isEmpty()) {
            done.accept(Optional.of(new IOException("the end of its name says no kind of picture")));
        } else if (kind.get() == PictureFile.GIF) {
            new Walk(file, done).start();
        } else {
            writeStill(whole, kind.get(), file, done);
        }
    }

    private void writeStill(boolean whole, PictureFile kind, Path file, Consumer<Optional<IOException>> done) {
        BufferedImage picture = picture(whole ? view : view.active());
        Thread.ofVirtual().name("picture-export").start(() -> {
            Optional<IOException> failure = Optional.empty();
            try {
                kind.write(picture, file);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
            Optional<IOException> outcome = failure;
            Platform.runLater(() -> done.accept(outcome));
        });
    }

    private final class Walk extends AnimationTimer {
        private final ReadingModel reading = view.model();
        private final ExecutorService writing = Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().daemon().name("picture-export").unstarted(task));
        private final Path file;
        private final Consumer<Optional<IOException>> done;
        private final int from;
        private final int count;
        private @Nullable MovingPicture moving;
        private Optional<IOException> failure = Optional.empty();
        private int index;
        private boolean asked;

        Walk(Path file, Consumer<Optional<IOException>> done) {
            this.file = file;
            this.done = done;
            this.from = position();
            this.count = reading.frames()
                    .get()
                    .map(FramesModel::count)
                    .or(() -> reading.mpr()
                            .get()
                            .map(mpr -> mpr.steps(reading.active().get()).count()))
                    .orElse(0);
        }

        private int position() {
            return reading.frames()
                    .get()
                    .map(frames -> frames.state().get().index())
                    .or(() -> reading.mpr().get().map(this::position))
                    .orElse(0);
        }

        private int position(MprModel mpr) {
            return mpr.steps(reading.active().get()).index(mpr.state().crosshair());
        }

        @Override
        public void handle(long now) {
            if (index >= count) {
                end();
            } else if (!asked) {
                reading.stepTo(index);
                asked = true;
            } else if (view.settled()) {
                BufferedImage frame = MovingPicture.indexed(picture(view.active()));
                writing.execute(() -> add(frame));
                index++;
                asked = false;
            }
        }

        private void add(BufferedImage frame) {
            if (failure.isPresent()) {
                return;
            }
            try {
                MovingPicture into = moving == null ? new MovingPicture(FRAME_HUNDREDTHS) : moving;
                moving = into;
                into.add(frame);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }

        private void end() {
            stop();
            reading.stepTo(from);
            writing.execute(() -> {
                try (MovingPicture made = moving) {
                    if (made != null && failure.isEmpty()) {
                        made.writeTo(file);
                    }
                } catch (IOException e) {
                    failure = Optional.of(e);
                }
                Optional<IOException> outcome = failure;
                Platform.runLater(() -> done.accept(outcome));
            });
            writing.shutdown();
        }
    }
}
