package org.farfield.workstation.app;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.RangeSlider;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.VolumeModel;
import org.farfield.workstation.reading.VolumeState;
import org.jspecify.annotations.Nullable;

/**
 * Three sliders with two handles each, one for each axis of the patient, that set the box outside of which nothing
 * shows.
 */
final class CropSliders extends VBox {
    private final ReadingModel model;
    private final RangeSlider across;
    private final RangeSlider depth;
    private final RangeSlider height;
    private Subscription state = Subscription.EMPTY;
    private boolean showing;
    private @Nullable VolumeState before;

    CropSliders(ReadingModel model, Texts texts) {
        super(2);
        this.model = model;
        getStyleClass().add("crop-sliders");
        across = slider("crop-x", "volume.crop.x", texts);
        depth = slider("crop-y", "volume.crop.y", texts);
        height = slider("crop-z", "volume.crop.z", texts);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        model.volume().subscribe(shown -> {
            state.unsubscribe();
            state = shown.map(volume -> volume.stateProperty().subscribe(now -> show(volume, now)))
                    .orElse(Subscription.EMPTY);
        });
    }

    private RangeSlider slider(String id, String key, Texts texts) {
        RangeSlider slider = new RangeSlider(0, 1, 0, 1);
        slider.setId(id);
        slider.accessibleTextProperty().bind(texts.bind(key));
        slider.lowValueProperty().subscribe(this::set);
        slider.highValueProperty().subscribe(this::set);
        slider.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> before = model.volume().get().map(VolumeModel::state).orElse(null));
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> remember());
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        getChildren().addAll(label, slider);
        return slider;
    }

    private void remember() {
        VolumeState start = before;
        before = null;
        if (start != null) {
            model.volume()
                    .get()
                    .flatMap(volume -> volume.changeSince(start, "volume.crop"))
                    .ifPresent(model.history()::push);
        }
    }

    private void show(VolumeModel volume, VolumeState now) {
        showing = true;
        PatientBox whole = volume.bounds();
        PatientBox box = now.crop().orElse(whole);
        show(across, whole, box, PatientPoint::x);
        show(depth, whole, box, PatientPoint::y);
        show(height, whole, box, PatientPoint::z);
        showing = false;
    }

    private static void show(
            RangeSlider slider, PatientBox whole, PatientBox box, ToDoubleFunction<PatientPoint> axis) {
        slider.setMax(axis.applyAsDouble(whole.high()));
        slider.setMin(axis.applyAsDouble(whole.low()));
        slider.setHighValue(axis.applyAsDouble(box.high()));
        slider.setLowValue(axis.applyAsDouble(box.low()));
    }

    private void set() {
        Optional<VolumeModel> volume = model.volume().get();
        if (!showing && volume.isPresent()) {
            volume.get()
                    .setCrop(new PatientBox(
                            new PatientPoint(across.getLowValue(), depth.getLowValue(), height.getLowValue()),
                            new PatientPoint(across.getHighValue(), depth.getHighValue(), height.getHighValue())));
        }
    }
}
