package org.farfield.dicom.codec.jpeg2000;

import java.util.Comparator;
import java.util.List;
import org.farfield.dicom.DicomException;

/**
 * Walks through a tile's packets in the order of its progressions (T.800 B.12). A packet that an earlier progression
 * brought is not met again: a precinct knows its next layer, so each step but for those costs bytes of the stream.
 */
final class PacketOrder {
    private static final Comparator<Precinct> BY_RESOLUTION = Comparator.<Precinct>comparingInt(p -> p.resolution)
            .thenComparingInt(p -> p.component)
            .thenComparingInt(p -> p.index);
    private static final Comparator<Precinct> BY_POSITION = Comparator.<Precinct>comparingInt(p -> p.gridY)
            .thenComparingInt(p -> p.gridX)
            .thenComparingInt(p -> p.component)
            .thenComparingInt(p -> p.resolution)
            .thenComparingInt(p -> p.index);

    /** Takes one packet. */
    interface Visitor {
        /** The packet of {@link Precinct#nextLayer}. */
        void visit(Precinct precinct) throws DicomException;
    }

    private PacketOrder() {}

    static void walk(Progression progression, int layers, List<Precinct> all, Visitor visitor) throws DicomException {
        List<Precinct> taken = all.stream()
                .filter(progression::takes)
                .sorted(order(progression))
                .toList();
        int end = Math.min(layers, progression.endLayer());
        int from = 0;
        while (from < taken.size()) {
            int to = switch (progression.order()) {
                case Progression.LAYER_FIRST -> taken.size();
                case Progression.RESOLUTION_LAYER -> endOfResolution(taken, from);
                default -> from + 1;
            };
            byLayers(taken.subList(from, to), end, visitor);
            from = to;
        }
    }

    private static Comparator<Precinct> order(Progression progression) {
        return switch (progression.order()) {
            case Progression.LAYER_FIRST, Progression.RESOLUTION_LAYER -> BY_RESOLUTION;
            case Progression.RESOLUTION_POSITION ->
                Comparator.<Precinct>comparingInt(p -> p.resolution).thenComparing(BY_POSITION);
            case Progression.POSITION_FIRST -> BY_POSITION;
            default -> Comparator.<Precinct>comparingInt(p -> p.component).thenComparing(BY_POSITION);
        };
    }

    private static int endOfResolution(List<Precinct> precincts, int from) {
        int to = from;
        while (to < precincts.size() && precincts.get(to).resolution == precincts.get(from).resolution) {
            to++;
        }
        return to;
    }

    private static void byLayers(List<Precinct> precincts, int end, Visitor visitor) throws DicomException {
        int first = end;
        for (Precinct precinct : precincts) {
            first = Math.min(first, precinct.nextLayer);
        }
        for (int layer = first; layer < end; layer++) {
            for (Precinct precinct : precincts) {
                if (precinct.nextLayer == layer) {
                    visitor.visit(precinct);
                    precinct.nextLayer++;
                }
            }
        }
    }
}
