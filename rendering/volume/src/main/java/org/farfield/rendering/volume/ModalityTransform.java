package org.farfield.rendering.volume;

/** From stored values to the modality's own unit, for CT Hounsfield units (Modality LUT module, PS3.3 C.11.1). */
public sealed interface ModalityTransform {

    ModalityTransform IDENTITY = new Linear(1, 0);

    double apply(double stored);

    /** Rescale Slope (0028,1053) and Intercept (0028,1052). */
    record Linear(double slope, double intercept) implements ModalityTransform {

        public Linear {
            if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
                throw new IllegalArgumentException("rescale slope " + slope + ", intercept " + intercept);
            }
        }

        @Override
        public double apply(double stored) {
            return slope * stored + intercept;
        }
    }

    /** Modality LUT Sequence (0028,3000), PS3.3 C.11.1.1: its entries are the modality's values. */
    record Table(LookUpTable table) implements ModalityTransform {

        @Override
        public double apply(double stored) {
            return table.apply(stored);
        }
    }
}
