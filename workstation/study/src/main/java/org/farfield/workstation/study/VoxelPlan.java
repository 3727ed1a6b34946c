package org.farfield.workstation.study;

import java.util.List;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoxelType;

/**
 * How the stored values of several images become the stored values of one volume.
 *
 * <p>Where all images agree in sign, rescaling and padding (any CT) the values go in as they are. Where they do not
 * (PET rescales each slice by itself), they are rescaled to one common step that is no finer than the coarsest image's,
 * and spans all of them: {@code rescaled} says so. Then -32768 is padding and the rest of 16 bits signed holds values.
 *
 * @param step of modality values from one stored value to the next, and their zero
 */
record VoxelPlan(VoxelType type, ModalityTransform.Linear step, PixelPadding padding, String unit, boolean rescaled) {
    private static final int LOWEST = -32767;
    private static final int HIGHEST = 32767;
    private static final int PADDING = -32768;

    static VoxelPlan of(List<StoredValues> images) {
        StoredValues first = images.getFirst();
        boolean agree = images.stream()
                .allMatch(image -> image.signed() == first.signed()
                        && image.modality().equals(first.modality())
                        && image.padding().equals(first.padding()));
        if (agree) {
            VoxelType type = first.signed() ? VoxelType.INT16 : VoxelType.UINT16;
            return new VoxelPlan(type, first.modality(), first.padding(), first.unit(), false);
        }
        double lowest =
                images.stream().mapToDouble(image -> end(image, false)).min().orElseThrow();
        double highest =
                images.stream().mapToDouble(image -> end(image, true)).max().orElseThrow();
        double coarsest = images.stream()
                .mapToDouble(image -> Math.abs(image.modality().slope()))
                .max()
                .orElseThrow();
        double slope = Math.max(coarsest, (highest - lowest) / (HIGHEST - LOWEST));
        boolean padded = images.stream().anyMatch(image -> image.padding().present());
        return new VoxelPlan(
                VoxelType.INT16,
                new ModalityTransform.Linear(slope, (lowest + highest) / 2),
                padded ? PixelPadding.of(PADDING) : PixelPadding.NONE,
                first.unit(),
                true);
    }

    /** Turns an image's stored values, in place, into the volume's. */
    void apply(StoredValues image, short[] voxels) {
        if (!rescaled) {
            return;
        }
        VoxelType from = image.signed() ? VoxelType.INT16 : VoxelType.UINT16;
        double factor = image.modality().slope() / step.slope();
        double offset = (image.modality().intercept() - step.intercept()) / step.slope();
        for (int i = 0; i < voxels.length; i++) {
            int value = from.value(voxels[i]);
            long mapped = Math.clamp(Math.round(value * factor + offset), LOWEST, HIGHEST);
            voxels[i] = (short) (image.padding().holds(value) ? PADDING : mapped);
        }
    }

    /** The highest or the lowest modality value that an image of these bits can hold. */
    private static double end(StoredValues image, boolean highest) {
        int span = 1 << image.bitsStored();
        int low = image.signed() ? -span / 2 : 0;
        double a = image.modality().apply(low);
        double b = image.modality().apply(low + span - 1);
        return highest ? Math.max(a, b) : Math.min(a, b);
    }
}
