package org.farfield.rendering.engine;

import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;

/**
 * A volume seen as a whole, in parallel rays.
 *
 * <p>Rays go through the pixels of {@code plane} along its normal, in both directions as far as the volume reaches;
 * what is nearer to the viewer hides what is behind. Samples lie at whole steps from the plane. The volume reaches from
 * the centres of its outermost voxels; absent voxels are transparent.
 *
 * @param plane the picture's place, usually through the middle of the volume
 * @param crop nothing outside this box along the patient's axes is drawn
 * @param keep nothing outside any of these is drawn
 * @param cuts nothing inside any of these is drawn
 * @param stepVoxels from sample to sample along a ray, in voxels
 * @param background colour where nothing is, 0xRRGGBB
 */
public record VolumeRequest(
        Volume volume,
        ImagePlane plane,
        int width,
        int height,
        VolumeLook look,
        Optional<PatientBox> crop,
        List<HalfSpace> keep,
        List<Cut> cuts,
        double stepVoxels,
        int background)
        implements RenderRequest {

    /** A sample a voxel. */
    public static final double FINE_STEP = 1;

    private static final double LEAST_STEP = 0.1;
    private static final double MOST_STEP = 16;

    public VolumeRequest {
        RenderRequest.checkSize(width, height);
        if (!(stepVoxels >= LEAST_STEP && stepVoxels <= MOST_STEP)) {
            throw new IllegalArgumentException("a step of " + stepVoxels + " voxels");
        }
        keep = List.copyOf(keep);
        cuts = List.copyOf(cuts);
        background &= 0xffffff;
    }

    /** The whole volume in full quality before black. */
    public VolumeRequest(Volume volume, ImagePlane plane, int width, int height, VolumeLook look) {
        this(volume, plane, width, height, look, Optional.empty(), List.of(), List.of(), FINE_STEP, 0);
    }

    /** The same with samples so far apart along the rays, in voxels. */
    public VolumeRequest withStep(double voxels) {
        return new VolumeRequest(volume, plane, width, height, look, crop, keep, cuts, voxels, background);
    }

    /** The same, less what is outside a box. */
    public VolumeRequest withCrop(Optional<PatientBox> box) {
        return new VolumeRequest(volume, plane, width, height, look, box, keep, cuts, stepVoxels, background);
    }

    /** The same, less what was cut out. */
    public VolumeRequest withCuts(List<Cut> others) {
        return new VolumeRequest(volume, plane, width, height, look, crop, keep, others, stepVoxels, background);
    }

    /** Half as many rays in each direction, with samples twice as far apart. */
    @Override
    public Optional<VolumeRequest> coarser() {
        int across = (width + 1) / 2;
        int along = (height + 1) / 2;
        ImagePlane wider = plane.stretched((double) width / across, (double) height / along);
        double step = Math.min(MOST_STEP, 2 * stepVoxels);
        return Optional.of(new VolumeRequest(volume, wider, across, along, look, crop, keep, cuts, step, background));
    }

    @Override
    public PatientPoint toPatient(double px, double py) {
        return plane.toPatient(px, py, width, height);
    }

    @Override
    public PlanePosition toPicture(PatientPoint point) {
        return plane.toPicture(point, width, height);
    }
}
