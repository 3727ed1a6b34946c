package org.farfield.workstation.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.rendering.volume.SlicePlane;

/**
 * One image: the only frame of a plain instance, or one of many of a multi-frame instance.
 *
 * @param file that holds it
 * @param index in its instance, from 0
 * @param matrix columns and rows
 * @param plane its place in the patient, empty where the header does not say it or says nonsense
 * @param sliceThicknessMm Slice Thickness (0018,0050)
 * @param pixels where they lie in the file, for those that can be read without the rest
 * @param variant what tells it from other frames at the same place: stack, moment, echo; "" for a plain instance
 * @param values how its stored values are to be read, empty where they are colour or not linear
 */
public record Frame(
        Path file,
        int index,
        Matrix matrix,
        Optional<SlicePlane> plane,
        OptionalDouble sliceThicknessMm,
        Optional<PixelsInFile> pixels,
        String variant,
        Optional<StoredValues> values) {

    /** How many columns and rows an image has (0028,0011), (0028,0010). */
    public record Matrix(int columns, int rows) {
        @Override
        public String toString() {
            return columns + "x" + rows;
        }
    }
}
