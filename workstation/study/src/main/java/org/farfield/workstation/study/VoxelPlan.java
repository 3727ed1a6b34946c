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
record VoxelPlan(VoxelType type, ModalityTransform step, PixelPadding padding, String unit, boolean rescaled) {
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
                .mapToDouble(image -> step(image.modality()))
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
        if (!rescaled || !(step instanceof ModalityTransform.Linear to)) {
            return;
        }
        VoxelType from = image.signed() ? VoxelType.INT16 : VoxelType.UINT16;
        for (int i = 0; i < voxels.length; i++) {
            int value = from.value(voxels[i]);
            long mapped = Math.clamp(
                    Math.round((image.modality().apply(value) - to.intercept()) / to.slope()), LOWEST, HIGHEST);
            voxels[i] = (short) (image.padding().holds(value) ? PADDING : mapped);
        }
    }

    /** The highest or the lowest modality value that an image of these bits can hold. */
    private static double end(StoredValues image, boolean highest) {
        int span = 1 << image.bitsStored();
        int low = image.signed() ? -span / 2 : 0;
        double end = image.modality().apply(low);
        for (int value = low + 1; value < low + span; value++) {
            double next = image.modality().apply(value);
            end = highest ? Math.max(end, next) : Math.min(end, next);
        }
        return end;
    }

    private static double step(ModalityTransform modality) {
        return switch (modality) {
            case ModalityTransform.Linear linear -> Math.abs(linear.slope());
            case ModalityTransform.Table table -> 1;
        };
    }
}
