package org.farfield.rendering.engine;

import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VoxelType;

/**
 * The whole value chain of a picture, from interpolated stored values to display grey 0 to 255: modality transform,
 * VOI, inversion. Both engines take their numbers from here, so that they agree.
 */
public sealed interface GreyScale {

    /** Grey as opaque ARGB; black for NaN, which stands for an absent voxel. */
    int argb(float stored);

    /** The same for a row of values, into {@code argb} from {@code at}. */
    void argb(float[] stored, int count, int[] argb, int at);

    /**
     * Straight between black and white: grey = clamp(stored * scale + offset, 0, 255), to the nearest whole number.
     *
     * @param scale grey levels a stored unit; negative when inverted
     */
    record Straight(float scale, float offset) implements GreyScale {

        /**
         * Stands for the endless slope of a window of width 1; a power of two, so that the threshold itself stays
         * exact.
         */
        private static final double STEP = 0x1p30;

        @Override
        public int argb(float stored) {
            return opaque(Math.max(0, Math.min(255, (int) (stored * scale + offset + 0.5f))));
        }

        /** A NaN becomes 0 as a whole number: black. Clamped after that, because whole numbers clamp faster. */
        @Override
        public void argb(float[] stored, int count, int[] argb, int at) {
            for (int i = 0; i < count; i++) {
                int grey = Math.max(0, Math.min(255, (int) (stored[i] * scale + offset + 0.5f)));
                argb[at + i] = 0xff000000 | grey * 0x010101;
            }
        }

        static Straight of(ModalityTransform.Linear modality, double middle, double width, boolean inverted) {
            double perUnit = width > 0 ? Math.min(STEP, 255 / width) : STEP;
            double middleGrey = perUnit == STEP ? 0 : 127.5;
            double scale = perUnit * modality.slope();
            double offset = (modality.intercept() - middle) * perUnit + middleGrey;
            double shownScale = inverted ? -scale : scale;
            double shownOffset = inverted ? 255 - offset : offset;
            return new Straight((float) shownScale, (float) shownOffset);
        }
    }

    /** Any other curve: grey for each stored value, straight between neighbours. */
    @SuppressWarnings("ArrayRecordComponent")
    record Table(int lowest, float[] grey) implements GreyScale {

        @Override
        public int argb(float stored) {
            if (Float.isNaN(stored)) {
                return opaque(0);
            }
            float at = Math.clamp(stored - lowest, 0, grey.length - 1f);
            int i = Math.min((int) at, grey.length - 2);
            float g = grey[i] + (grey[i + 1] - grey[i]) * (at - i);
            return opaque((int) (g + 0.5f));
        }

        @Override
        public void argb(float[] stored, int count, int[] argb, int at) {
            for (int i = 0; i < count; i++) {
                argb[at + i] = argb(stored[i]);
            }
        }
    }

    private static int opaque(int grey) {
        return 0xff000000 | grey * 0x010101;
    }

    static GreyScale of(ReformatRequest request) {
        return of(request.volume(), request.voi(), request.inverted());
    }

    static GreyScale of(Volume volume, VoiTransform voi, boolean inverted) {
        ModalityTransform modality = volume.modality();
        if (modality instanceof ModalityTransform.Linear linear) {
            if (voi instanceof VoiTransform.Window w) {
                return Straight.of(linear, w.center() - 0.5, w.width() - 1, inverted);
            }
            if (voi instanceof VoiTransform.LinearExact w) {
                return Straight.of(linear, w.center(), w.width(), inverted);
            }
        }
        return table(volume.type(), modality, voi, inverted);
    }

    private static Table table(VoxelType type, ModalityTransform modality, VoiTransform voi, boolean inverted) {
        float[] grey = new float[type.highest() - type.lowest() + 1];
        for (int i = 0; i < grey.length; i++) {
            double white = voi.apply(modality.apply(i + type.lowest()));
            double shown = 255 * (inverted ? 1 - white : white);
            grey[i] = (float) shown;
        }
        return new Table(type.lowest(), grey);
    }
}
