package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DicomException;

/** One component of one tile: resolutions, bands, precincts (T.800 annex B). One thread. */
final class TileComponent {
    private final Area area;
    private final CodingStyle style;
    private final List<Resolution> resolutions = new ArrayList<>();
    private final List<Precinct> precincts = new ArrayList<>();

    /** With at most {@code room} precincts. */
    TileComponent(int component, Area area, CodingStyle style, int room) throws DicomException {
        this.area = area;
        this.style = style;
        for (int index = 0; index <= style.levels(); index++) {
            Resolution resolution = Resolution.of(area, style, index);
            resolutions.add(resolution);
            long count = (long) resolution.precinctsAcross() * resolution.precinctsDown();
            if (precincts.size() + count > room) {
                throw Fault.limit("more than " + room + " precincts in a tile");
            }
            addPrecincts(component, resolution);
        }
    }

    private void addPrecincts(int component, Resolution resolution) {
        int up = style.levels() - resolution.index();
        int across = resolution.precinctsAcross();
        for (int index = 0; index < across * resolution.precinctsDown(); index++) {
            long left = (long) (resolution.area().x0() >> resolution.precinctWidth()) + index % across;
            long top = (long) (resolution.area().y0() >> resolution.precinctHeight()) + index / across;
            long x = Math.max(area.x0(), left << (resolution.precinctWidth() + up));
            long y = Math.max(area.y0(), top << (resolution.precinctHeight() + up));
            precincts.add(new Precinct(component, resolution, index, (int) x, (int) y));
        }
    }

    Area area() {
        return area;
    }

    CodingStyle style() {
        return style;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }

    /** By resolution, then row by row. */
    List<Precinct> precincts() {
        return precincts;
    }
}
