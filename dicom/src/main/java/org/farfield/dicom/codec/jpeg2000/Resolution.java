package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * One resolution of a tile's component: its bands and its division into precincts (T.800 B.5, B.6).
 *
 * @param index 0 for the lowest
 * @param area of the picture at this resolution
 * @param bands LL at resolution 0, else HL, LH, HH
 * @param precinctWidth exponent of the width of precincts
 * @param precinctHeight exponent of their height
 * @param blockWidth exponent of the width of code-blocks, which end with their precinct
 * @param blockHeight exponent of the height of code-blocks
 */
record Resolution(
        int index,
        Area area,
        List<Band> bands,
        int precinctWidth,
        int precinctHeight,
        int blockWidth,
        int blockHeight) {

    static Resolution of(Area tile, CodingStyle style, int index) {
        int width = style.precincts().width(index);
        int height = style.precincts().height(index);
        int halved = index == 0 ? 0 : 1;
        Area area = tile.reduced(style.levels() - index);
        List<Band> bands = new ArrayList<>();
        if (index == 0) {
            bands.add(new Band(0, 0, area, 0, 0));
        } else {
            int level = style.levels() - index + 1;
            Area low = tile.reduced(level);
            for (int orientation = 1; orientation <= 3; orientation++) {
                bands.add(new Band(
                        3 * index - 3 + orientation,
                        orientation,
                        tile.band(level, orientation),
                        (orientation & Band.HIGH_ACROSS) == 0 ? 0 : low.width(),
                        (orientation & Band.HIGH_DOWN) == 0 ? 0 : low.height()));
            }
        }
        return new Resolution(
                index,
                area,
                bands,
                width,
                height,
                Math.min(style.blockWidth(), width - halved),
                Math.min(style.blockHeight(), height - halved));
    }

    int precinctsAcross() {
        return area.isEmpty() ? 0 : Area.up(area.x1(), precinctWidth) - (area.x0() >> precinctWidth);
    }

    int precinctsDown() {
        return area.isEmpty() ? 0 : Area.up(area.y1(), precinctHeight) - (area.y0() >> precinctHeight);
    }

    /** The part of a band that belongs to a precinct. */
    Area precinctIn(Band band, int precinct) {
        int width = index == 0 ? precinctWidth : precinctWidth - 1;
        int height = index == 0 ? precinctHeight : precinctHeight - 1;
        int x = ((area.x0() >> precinctWidth) + precinct % precinctsAcross()) << width;
        int y = ((area.y0() >> precinctHeight) + precinct / precinctsAcross()) << height;
        return new Area(x, y, x + (1 << width), y + (1 << height)).within(band.area());
    }
}
