package org.farfield.workstation.reading.measure;

import org.farfield.rendering.volume.Volume;

/**
 * The values within a region.
 *
 * @param count of the voxels whose centres lie within, or of the places where they were interpolated
 * @param mean in the volume's unit
 * @param deviation of the sample (divided by count - 1), 0 for one voxel
 * @param lowest value
 * @param highest value
 */
public record RegionStatistics(int count, double mean, double deviation, double lowest, double highest) {

    /** Adds up values, numerically soundly (Welford 1962). */
    static final class Sum {
        private final Volume volume;
        private int count;
        private double mean;
        private double squares;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;

        Sum(Volume volume) {
            this.volume = volume;
        }

        /** Counts a voxel that has come and is no padding. */
        void add(int column, int row, int slice) {
            if (volume.present(column, row, slice)) {
                add(volume.value(column, row, slice));
            }
        }

        void add(double value) {
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }

        RegionStatistics result() {
            return new RegionStatistics(count, mean, count > 1 ? Math.sqrt(squares / (count - 1)) : 0, lowest, highest);
        }
    }
}
