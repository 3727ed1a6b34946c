package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.List;

/** A reformat, then each layer over it, band by band. */
final class FusedPainter implements PicturePainter {

    private final FusedRequest request;
    private final PicturePainter base;
    private final List<VoxelSource> sources;

    FusedPainter(FusedRequest request, PicturePainter base) {
        this.request = request;
        this.base = base;
        this.sources = request.layers().stream()
                .map(layer -> new VoxelSource(layer.volume()))
                .toList();
    }

    @Override
    public Brush brush() {
        List<Brush> brushes = new ArrayList<>();
        brushes.add(base.brush());
        for (int i = 0; i < sources.size(); i++) {
            VoxelSource source = sources.get(i);
            brushes.add(
                    switch (request.layers().get(i)) {
                        case OverlayLayer.Colour colour -> colour(colour, source);
                        case OverlayLayer.Labels labels -> labels(labels, source);
                    });
        }
        return (from, to, argb) -> {
            for (Brush brush : brushes) {
                brush.draw(from, to, argb);
            }
        };
    }

    private Brush colour(OverlayLayer.Colour layer, VoxelSource source) {
        ReformatRequest plane = request.base();
        PlaneRows rows = new PlaneRows(plane, source, plane.interpolation(), plane.slab());
        GreyScale scale = GreyScale.of(layer.volume(), layer.voi(), false);
        float[] values = new float[plane.width()];
        int[] levels = new int[plane.width()];
        return (from, to, argb) -> {
            for (int y = from; y < to; y++) {
                rows.row(y, values);
                scale.argb(values, plane.width(), levels, 0);
                for (int x = 0; x < plane.width(); x++) {
                    if (!Float.isNaN(values[x])) {
                        int at = y * plane.width() + x;
                        argb[at] = blend(argb[at], layer.palette().rgb(levels[x] & 0xff), layer.opacity());
                    }
                }
            }
        };
    }

    private Brush labels(OverlayLayer.Labels layer, VoxelSource source) {
        ReformatRequest plane = request.base();
        int width = plane.width();
        PlaneRows rows = new PlaneRows(plane, source, Interpolation.NEAREST, Slab.NONE);
        return (from, to, argb) -> {
            float[][] around = new float[3][width];
            rows.row(from - 1, around[0]);
            rows.row(from, around[1]);
            for (int y = from; y < to; y++) {
                rows.row(y + 1, around[2]);
                for (int x = 0; x < width; x++) {
                    Integer colour = layer.colours().get(label(around[1][x]));
                    if (colour != null) {
                        double opacity = layer.outlined() && border(around, x) ? 1 : layer.opacity();
                        argb[y * width + x] = blend(argb[y * width + x], colour, opacity);
                    }
                }
                float[] used = around[0];
                around[0] = around[1];
                around[1] = around[2];
                around[2] = used;
            }
        };
    }

    /** Whether a pixel's label ends here; what is beyond the picture's sides goes on. */
    private static boolean border(float[][] around, int x) {
        int here = label(around[1][x]);
        int last = around[1].length - 1;
        return label(around[0][x]) != here
                || label(around[2][x]) != here
                || label(around[1][Math.max(0, x - 1)]) != here
                || label(around[1][Math.min(last, x + 1)]) != here;
    }

    private static int label(float value) {
        return Float.isNaN(value) ? 0 : (int) value;
    }

    private static int blend(int under, int over, double opacity) {
        int red = mix((under >> 16) & 0xff, (over >> 16) & 0xff, opacity);
        int green = mix((under >> 8) & 0xff, (over >> 8) & 0xff, opacity);
        int blue = mix(under & 0xff, over & 0xff, opacity);
        return 0xff000000 | (red << 16) | (green << 8) | blue;
    }

    private static int mix(int under, int over, double opacity) {
        return (int) (under + (over - under) * opacity + 0.5);
    }
}
