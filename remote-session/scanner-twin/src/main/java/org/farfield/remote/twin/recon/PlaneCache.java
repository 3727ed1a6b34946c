package org.farfield.remote.twin.recon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.PlaneGrid;
import org.farfield.remote.twin.phantom.PlanePainter;
import org.farfield.remote.twin.xray.Beam;

/**
 * The line integrals of the planes z = k * spacing, each computed once while slices near it are made; neighbouring
 * slices share planes as they share detector rows. Used by one thread, which has a crew.
 */
final class PlaneCache {
    /** 832 pixels of 0.625 mm: finer than a detector cell, wider than the scan field. */
    static final PlaneGrid GRID = new PlaneGrid(832, 0.625);

    /** Bone alone is painted and projected coarser: it says how the beam hardens, not where an edge is. */
    private static final PlaneGrid BONE_GRID = new PlaneGrid(416, 1.25);

    private final Layer all;
    private final Layer bone;
    private final double spacingMm;
    private final Crew crew;
    private final TreeMap<Integer, Lines> held = new TreeMap<>();
    private final Deque<Lines> free = new ArrayDeque<>();

    /** One plane's lines, a view after another. */
    static final class Lines {
        private final float[] all;
        private final float[] bone;

        private Lines(int all, int bone) {
            this.all = new float[all];
            this.bone = new float[bone];
        }

        /** Straight line integrals, no unit. */
        float[] all() {
            return all;
        }

        /** What of them is cortical bone, g/cm2, in the {@link ParallelBeam#halved} beam. */
        float[] bone() {
            return bone;
        }
    }

    private record Layer(ParallelBeam beam, PlanePainter painter, PlaneProjector projector, Canvas canvas) {
        Layer(ParallelBeam beam, PlanePainter painter) {
            this(
                    beam,
                    painter,
                    new PlaneProjector(beam, painter.grid()),
                    new Canvas(painter.grid().size()));
        }

        int readings() {
            return beam.views() * beam.cells();
        }
    }

    PlaneCache(Phantom phantom, Beam xrays, ParallelBeam beam, double spacingMm, Crew crew) {
        this.all = new Layer(beam, new PlanePainter(phantom, xrays::attenuationPerMm, GRID));
        this.bone = new Layer(beam.halved(), new PlanePainter(phantom, xrays::boneGramsPerMm, BONE_GRID));
        this.spacingMm = spacingMm;
        this.crew = crew;
    }

    /** The lines of planes [first, end); planes outside that range are forgotten. */
    Lines[] planes(int first, int end) {
        for (Iterator<Map.Entry<Integer, Lines>> planes = held.entrySet().iterator(); planes.hasNext(); ) {
            Map.Entry<Integer, Lines> plane = planes.next();
            if (plane.getKey() < first || plane.getKey() >= end) {
                free.add(plane.getValue());
                planes.remove();
            }
        }
        Lines[] wanted = new Lines[end - first];
        for (int k = first; k < end; k++) {
            wanted[k - first] = held.computeIfAbsent(k, this::project);
        }
        return wanted;
    }

    private Lines project(int plane) {
        Lines lines = free.isEmpty() ? new Lines(all.readings(), bone.readings()) : free.removeLast();
        project(all, plane, lines.all());
        project(bone, plane, lines.bone());
        return lines;
    }

    private void project(Layer layer, int plane, float[] sinogram) {
        layer.canvas().paint(layer.painter(), plane * spacingMm, spacingMm, crew);
        crew.share(layer.beam().views(), (from, to) -> layer.projector().project(layer.canvas(), sinogram, from, to));
    }
}
