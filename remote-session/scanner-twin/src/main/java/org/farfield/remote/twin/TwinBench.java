package org.farfield.remote.twin;

import java.util.ArrayList;
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

/** Times the twin's slices: chest, 512 x 512, 720 views, 2.5 mm, standard kernel. */
public final class TwinBench {
    private static final int WARM_UP = 10;

    private TwinBench() {}

    /**
     * What came out.
     *
     * @param reconstruct ns for each slice's filter and back-projection, from its sinogram: the scanner's own work
     * @param slice ns for the whole slice: two planes painted and projected, noise, reconstruction
     * @param heapBytes what the phantom and the slice's workplace hold, after a collection
     */
    public record Outcome(List<Long> reconstruct, List<Long> slice, long heapBytes) {
        public Outcome {
            reconstruct = List.copyOf(reconstruct);
            slice = List.copyOf(slice);
        }
    }

    /** Makes neighbouring slices on so many threads after a warm-up. */
    public static Outcome run(int threads, int slices) {
        Phantom thorax = Thorax.adult(1);
        Exposure exposure = new Exposure(Beam.of(120), 100, 2.5, 20);
        List<Long> whole = new ArrayList<>();
        List<Long> reconstruction = new ArrayList<>();
        try (Crew crew = new Crew(threads)) {
            SliceMaker maker = new SliceMaker(
                    thorax, exposure, new Recipe(Kernel.STANDARD, 0), new ImageField(512, 390, 0, 0), 1, crew);
            for (int k = -WARM_UP; k < slices; k++) {
                long start = System.nanoTime();
                maker.measure(60 - 2.5 * k);
                long measured = System.nanoTime();
                maker.reconstruct();
                long end = System.nanoTime();
                if (k >= 0) {
                    whole.add(end - start);
                    reconstruction.add(end - measured);
                }
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long held = runtime.totalMemory() - runtime.freeMemory();
            maker.reconstruct();
            return new Outcome(reconstruction, whole, held);
        }
    }
}
