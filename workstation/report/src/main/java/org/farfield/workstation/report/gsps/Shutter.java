package org.farfield.workstation.report.gsps;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DataSet;

/**
 * Outside of which nothing is seen (PS3.3 C.7.6.11): a polygon in columns and rows from the corner of the image.
 *
 * @param xy two numbers a corner
 * @param grey what is seen there instead, 0 black to 1 white
 */
public record Shutter(List<Double> xy, double grey) {
    private static final int CIRCLE_SIDES = 96;
    private static final double WHITE = 65535;

    public Shutter {
        xy = List.copyOf(xy);
    }

    /** All that a state has; only what lies within each of them is seen. */
    static List<Shutter> of(DataSet d) {
        double grey = d.integer(GspsTag.SHUTTER_PRESENTATION_VALUE).orElse(0) / WHITE;
        List<Shutter> all = new ArrayList<>();
        for (String shape : d.strings(GspsTag.SHUTTER_SHAPE)) {
            List<Double> xy = switch (shape) {
                case "RECTANGULAR" -> rectangle(d);
                case "CIRCULAR" -> circle(d);
                case "POLYGONAL" -> polygon(d.decimals(GspsTag.VERTICES_OF_THE_POLYGONAL_SHUTTER));
                default -> List.of();
            };
            if (xy.size() >= 6) {
                all.add(new Shutter(xy, Math.clamp(grey, 0, 1)));
            }
        }
        return all;
    }

    private static List<Double> rectangle(DataSet d) {
        double[] edges = new double[4];
        int[] tags = {
            GspsTag.SHUTTER_LEFT_VERTICAL_EDGE,
            GspsTag.SHUTTER_UPPER_HORIZONTAL_EDGE,
            GspsTag.SHUTTER_RIGHT_VERTICAL_EDGE,
            GspsTag.SHUTTER_LOWER_HORIZONTAL_EDGE
        };
        for (int i = 0; i < tags.length; i++) {
            if (d.decimal(tags[i]).isEmpty()) {
                return List.of();
            }
            edges[i] = d.decimal(tags[i]).getAsDouble() - (i < 2 ? 1 : 0);
        }
        return List.of(edges[0], edges[1], edges[2], edges[1], edges[2], edges[3], edges[0], edges[3]);
    }

    /** The standard gives rows before columns here. */
    private static List<Double> circle(DataSet d) {
        double[] center = d.decimals(GspsTag.CENTER_OF_CIRCULAR_SHUTTER);
        double radius = d.decimal(GspsTag.RADIUS_OF_CIRCULAR_SHUTTER).orElse(0);
        List<Double> xy = new ArrayList<>();
        for (int i = 0; i < CIRCLE_SIDES && center.length == 2 && radius > 0; i++) {
            double turn = 2 * Math.PI * i / CIRCLE_SIDES;
            xy.add(center[1] - 0.5 + radius * Math.cos(turn));
            xy.add(center[0] - 0.5 + radius * Math.sin(turn));
        }
        return xy;
    }

    private static List<Double> polygon(double... rowsAndColumns) {
        List<Double> xy = new ArrayList<>();
        for (int i = 0; i + 1 < rowsAndColumns.length; i += 2) {
            xy.add(rowsAndColumns[i + 1] - 0.5);
            xy.add(rowsAndColumns[i] - 0.5);
        }
        return xy;
    }
}
