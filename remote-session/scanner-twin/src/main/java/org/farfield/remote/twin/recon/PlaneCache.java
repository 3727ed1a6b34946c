package org.farfield.remote.twin.recon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.farfield.remote.twin.phantom.PlanePainter;

/**
 * The noiseless sinograms of the planes z = k * spacing, each computed once while slices near it are made; neighbouring
 * slices share planes as they share detector rows. Used by one thread, which has a crew.
 */
final class PlaneCache {
    private final PlanePainter painter;
    private final ParallelBeam beam;
    private final PlaneProjector projector;
    private final double spacingMm;
    private final Crew crew;
    private final Canvas canvas;
    private final TreeMap<Integer, float[]> sinograms = new TreeMap<>();
    private final Deque<float[]> free = new ArrayDeque<>();

    PlaneCache(PlanePainter painter, ParallelBeam beam, double spacingMm, Crew crew) {
        this.painter = painter;
        this.beam = beam;
        this.projector = new PlaneProjector(beam, painter.grid());
        this.spacingMm = spacingMm;
        this.crew = crew;
        this.canvas = new Canvas(painter.grid().size());
    }

    /** The sinograms of planes [first, end); planes outside that range are forgotten. */
    float[][] planes(int first, int end) {
        for (Iterator<Map.Entry<Integer, float[]>> held = sinograms.entrySet().iterator(); held.hasNext(); ) {
            Map.Entry<Integer, float[]> plane = held.next();
            if (plane.getKey() < first || plane.getKey() >= end) {
                free.add(plane.getValue());
                held.remove();
            }
        }
        float[][] wanted = new float[end - first][];
        for (int k = first; k < end; k++) {
            wanted[k - first] = sinograms.computeIfAbsent(k, this::project);
        }
        return wanted;
    }

    private float[] project(int plane) {
        float[] sinogram = free.isEmpty() ? new float[beam.views() * beam.cells()] : free.removeLast();
        canvas.paint(painter, plane * spacingMm, crew);
        crew.share(beam.views(), (from, to) -> projector.project(canvas, sinogram, from, to));
        return sinogram;
    }
}
