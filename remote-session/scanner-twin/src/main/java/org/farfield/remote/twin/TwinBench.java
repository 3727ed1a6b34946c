package org.farfield.remote.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.Thorax;
import org.farfield.remote.twin.recon.Crew;
import org.farfield.remote.twin.recon.Exposure;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.Kernel;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.recon.SliceMaker;
import org.farfield.remote.twin.xray.Beam;

/**
 * Times the twin's slices: chest, 512 x 512, 720 views, 2.5 mm, standard kernel. {@code twin-reconstruct} is the
 * scanner's own work (filter and back-projection of a measured sinogram), {@code twin-slice} the whole of it with
 * projection and noise.
 */
public final class TwinBench {
    private static final int WARM_UP = 10;

    private TwinBench() {}

    /** The times of one kind of work, ms, ascending. */
    public record Timing(String name, List<Double> millis) {
        public Timing {
            millis = List.copyOf(millis);
        }

        public double median() {
            return millis.get(millis.size() / 2);
        }

        public double least() {
            return millis.get(0);
        }

        public double most() {
            return millis.get(millis.size() - 1);
        }
    }

    /** Makes neighbouring slices on so many threads after a warm-up and answers with the times of each kind of work. */
    public static List<Timing> run(int threads, int slices) {
        Phantom thorax = Thorax.adult(1);
        Exposure exposure = new Exposure(Beam.of(120), 100, 2.5, 20);
        double[] whole = new double[slices];
        double[] reconstruction = new double[slices];
        try (Crew crew = new Crew(threads)) {
            SliceMaker maker =
                    new SliceMaker(thorax, exposure, new Recipe(Kernel.STANDARD, 0), new ImageField(512, 390, 0, 0), 1, crew);
            for (int k = -WARM_UP; k < slices; k++) {
                long start = System.nanoTime();
                maker.measure(60 - 2.5 * k);
                long measured = System.nanoTime();
                maker.reconstruct();
                long end = System.nanoTime();
                if (k >= 0) {
                    whole[k] = (end - start) / 1e6;
                    reconstruction[k] = (end - measured) / 1e6;
                }
            }
        }
        return List.of(timing("twin-reconstruct", reconstruction), timing("twin-slice", whole));
    }

    private static Timing timing(String name, double[] millis) {
        Arrays.sort(millis);
        List<Double> values = new ArrayList<>();
        for (double value : millis) {
            values.add(value);
        }
        return new Timing(name, values);
    }
}
