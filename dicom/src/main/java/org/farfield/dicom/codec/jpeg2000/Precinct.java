package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DicomException;
import org.jspecify.annotations.Nullable;

/**
 * A precinct: the code-blocks of one resolution and one region, whose share in a layer is a packet (T.800 B.6). Its
 * blocks are made when first asked for, so that a stream that only claims many precincts costs little. One thread.
 */
final class Precinct {
    final int component;
    final int resolution;
    /** Number within its resolution, row by row. */
    final int index;
    /** Where it counts on the reference grid in progressions by position (T.800 B.12.1.3). */
    final int gridX;

    final int gridY;
    /** The first layer that has not been read. */
    int nextLayer;

    private final Resolution of;
    private @Nullable List<BlockGrid> grids;

    Precinct(int component, Resolution of, int index, int gridX, int gridY) {
        this.component = component;
        this.resolution = of.index();
        this.index = index;
        this.gridX = gridX;
        this.gridY = gridY;
        this.of = of;
    }

    /** The blocks, band by band; bands without any are left out. */
    List<BlockGrid> grids() throws DicomException {
        List<BlockGrid> known = grids;
        if (known == null) {
            known = new ArrayList<>();
            for (Band band : of.bands()) {
                Area part = of.precinctIn(band, index);
                if (!part.isEmpty()) {
                    known.add(new BlockGrid(band, part, of.blockWidth(), of.blockHeight()));
                }
            }
            grids = known;
        }
        return known;
    }

    /** True once anything was read of it. */
    boolean isRead() {
        return grids != null;
    }
}
