package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.Cut;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientVector;

/**
 * Everything that decides what the 3-D view shows of a volume, as one value.
 *
 * @param view from where, how large and how far moved
 * @param preset the transfer function; empty for the highest value along each ray
 * @param corner for each plane whose side is taken away at the crosshair, towards that side; empty for none. What lies
 *     on the taken side of all of them is gone
 * @param crop nothing outside is shown
 * @param cuts what the scalpel took out
 */
public record VolumeState(
        PlaneView view,
        Optional<VolumePreset> preset,
        List<PatientVector> corner,
        Optional<PatientBox> crop,
        List<Cut> cuts) {

    public VolumeState {
        corner = List.copyOf(corner);
        cuts = List.copyOf(cuts);
    }

    /** From the front, whole. */
    static VolumeState start(Optional<VolumePreset> preset) {
        return new VolumeState(from(VolumeView.ANTERIOR), preset, List.of(), Optional.empty(), List.of());
    }

    static PlaneView from(VolumeView side) {
        return new PlaneView(side.right(), side.down(), 0, 0, 1);
    }

    VolumeState withView(PlaneView other) {
        return new VolumeState(other, preset, corner, crop, cuts);
    }

    VolumeState withPreset(Optional<VolumePreset> other) {
        return new VolumeState(view, other, corner, crop, cuts);
    }

    VolumeState withCorner(List<PatientVector> other) {
        return new VolumeState(view, preset, other, crop, cuts);
    }

    VolumeState withCrop(Optional<PatientBox> other) {
        return new VolumeState(view, preset, corner, other, cuts);
    }

    VolumeState withCuts(List<Cut> others) {
        return new VolumeState(view, preset, corner, crop, others);
    }

    VolumeState withCut(Cut another) {
        List<Cut> all = new ArrayList<>(cuts);
        all.add(another);
        return withCuts(all);
    }
}
