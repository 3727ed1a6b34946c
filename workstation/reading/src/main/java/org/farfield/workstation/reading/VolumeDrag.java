package org.farfield.workstation.reading;

import java.util.Optional;
import java.util.function.Consumer;

/** A drag in the 3-D view that sets the model from where the pointer is, and can be taken back as one change. */
record VolumeDrag(VolumeModel model, VolumeState before, String labelKey, Consumer<ViewPoint> effect)
        implements Gesture {

    VolumeDrag(VolumeModel model, String labelKey, Consumer<ViewPoint> effect) {
        this(model, model.state(), labelKey, effect);
    }

    @Override
    public void drag(ViewPoint to) {
        effect.accept(to);
    }

    @Override
    public Optional<Change> end() {
        return model.changeSince(before, labelKey);
    }
}
