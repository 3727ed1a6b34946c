package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.rendering.viewport.ViewportSurface;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.VolumeModel;

/**
 * Over the 3-D view: below, a small picture of the open volume in each preset, to choose by; at the right, the sliders
 * of the box. What is not covered by them lets the mouse through.
 */
final class VolumeTools extends Pane {
    static final double THUMBNAIL = 52;
    private static final double MARGIN = 8;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ReadingModel model;
    private final HBox row = new HBox(4);
    private final List<ViewportSurface> pictures = new ArrayList<>();
    private final List<StackPane> frames = new ArrayList<>();
    private final List<Optional<VolumePreset>> choices = new ArrayList<>();
    private final CropSliders crop;
    private Subscription state = Subscription.EMPTY;

    VolumeTools(ReadingModel model, RenderLoop loop, Texts texts) {
        this.model = model;
        this.crop = new CropSliders(model, texts);
        setPickOnBounds(false);
        row.setPickOnBounds(false);
        for (VolumePreset preset : VolumePreset.values()) {
            add(Optional.of(preset), preset.id(), loop, texts);
        }
        add(Optional.empty(), "mip", loop, texts);
        getChildren().addAll(row, crop);
        crop.visibleProperty().bind(model.cropShown());
        model.volume().subscribe(shown -> {
            state.unsubscribe();
            state = shown.map(each -> each.stateProperty().subscribe(now -> mark(now.preset())))
                    .orElse(Subscription.EMPTY);
            pictures.forEach(ViewportSurface::refresh);
        });
    }

    private void add(Optional<VolumePreset> preset, String id, RenderLoop loop, Texts texts) {
        ViewportSurface picture = new ViewportSurface(loop);
        picture.setPrefSize(THUMBNAIL, THUMBNAIL);
        picture.setMouseTransparent(true);
        picture.show(size -> isVisible() && getParent() != null && getParent().isVisible()
                ? model.volume().get().map(each -> each.thumbnail(preset, size.width(), size.height()))
                : Optional.empty());
        StackPane frame = new StackPane(picture);
        frame.setId("volume-preset-" + id);
        frame.getStyleClass().add("preset-picture");
        frame.accessibleTextProperty().bind(texts.bind("volume.preset." + id));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("volume.preset." + id));
        Tooltip.install(frame, tip);
        frame.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        frame.addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        frame.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            choose(preset);
            event.consume();
        });
        pictures.add(picture);
        frames.add(frame);
        choices.add(preset);
        row.getChildren().add(frame);
    }

    private void choose(Optional<VolumePreset> preset) {
        model.volume()
                .get()
                .flatMap(each -> each.change("volume.preset", () -> each.setPreset(preset)))
                .ifPresent(model.history()::push);
    }

    private void mark(Optional<VolumePreset> chosen) {
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i).pseudoClassStateChanged(CHOSEN, choices.get(i).equals(chosen));
        }
    }

    /** The pictures are made anew when the volume is whole, and now and then while it grows. */
    void arrived() {
        boolean due = model.volume()
                .get()
                .map(VolumeModel::mpr)
                .map(mpr -> mpr.displaySet().volume())
                .map(volume -> volume.complete() || volume.arrived() % 32 == 0)
                .orElse(false);
        if (due) {
            pictures.forEach(ViewportSurface::refresh);
        }
    }

    /** The view has been shown: what was not drawn until now is. */
    void shownNow() {
        pictures.forEach(ViewportSurface::refresh);
    }

    @Override
    protected double computePrefHeight(double width) {
        return row.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double rowWidth = Math.ceil(row.prefWidth(-1));
        double rowHeight = Math.ceil(row.prefHeight(-1));
        row.resizeRelocate(
                Math.max(0, Math.rint((getWidth() - rowWidth) / 2)),
                getHeight() - rowHeight - MARGIN,
                rowWidth,
                rowHeight);
        double cropWidth = Math.min(220, getWidth() - 2 * MARGIN);
        double cropHeight = Math.ceil(crop.prefHeight(cropWidth));
        crop.resizeRelocate(getWidth() - cropWidth - MARGIN, MARGIN, cropWidth, cropHeight);
    }
}
