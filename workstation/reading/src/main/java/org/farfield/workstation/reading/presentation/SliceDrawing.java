package org.farfield.workstation.reading.presentation;

import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.reading.presentation.AcquiredSlice.Pixel;

/** What a presentation state draws over one slice, in places of its image. */
public record SliceDrawing(SlicePlane plane, List<Line> lines, List<Words> words, List<Outside> outsides) {
    public SliceDrawing {
        lines = List.copyOf(lines);
        words = List.copyOf(words);
        outsides = List.copyOf(outsides);
    }

    /** From place to place; a single place is a point. */
    public record Line(List<Pixel> places, boolean filled) {
        public Line {
            places = List.copyOf(places);
        }
    }

    /**
     * Words.
     *
     * @param at upper left corner of their box, or the place they belong to
     * @param to where a line leads from them
     */
    public record Words(List<String> lines, Pixel at, Optional<Pixel> to) {
        public Words {
            lines = List.copyOf(lines);
        }
    }

    /** A shutter: nothing is seen outside of these corners but a grey, 0 to 1. */
    public record Outside(List<Pixel> corners, double grey) {
        public Outside {
            corners = List.copyOf(corners);
        }
    }
}
