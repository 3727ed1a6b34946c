package org.farfield.rendering.engine;

import java.util.Arrays;
import org.farfield.rendering.volume.VolumeGeometry;

/** A curved reformat, row by row: each row is a straight line through the volume. */
final class CurvedPainter implements PicturePainter {

    private final CurvedRequest request;
    private final CurvedSheet sheet;
    private final VoxelSource source;
    private final GreyScale grey;

    CurvedPainter(CurvedRequest request) {
        this.request = request;
        this.sheet = request.sheet();
        this.source = new VoxelSource(request.volume());
        this.grey = GreyScale.of(request.volume(), request.voi(), request.inverted());
    }

    @Override
    public Brush brush() {
        RowBuffer buffer = new RowBuffer(request.width(), LineSampler.of(request.interpolation(), source));
        return (from, to, argb) -> {
            for (int row = from; row < to; row++) {
                sample(row, buffer);
                grey.argb(buffer.values, request.width(), argb, row * request.width());
            }
        };
    }

    /** Rows beyond the path's ends are absent. */
    private void sample(int row, RowBuffer buffer) {
        double down = request.downMm(sheet, row);
        double slack = request.mmPerPixel() / 2;
        Arrays.fill(buffer.values, 0, request.width(), Float.NaN);
        if (down < -slack || down > sheet.heightMm() + slack) {
            return;
        }
        CurvedSheet.Line at = sheet.line(down);
        VolumeGeometry g = source.geometry;
        double left = -(request.width() - 1) / 2.0 * request.mmPerPixel();
        VoxelLine line = VoxelLine.of(
                g.toVoxel(at.origin().plus(at.direction().times(left))),
                g.toVoxel(at.direction().times(request.mmPerPixel())));
        SampleRun run = line.touching(g, request.width());
        if (!run.isEmpty()) {
            buffer.sampler.sample(line, run, buffer.values);
        }
    }
}
