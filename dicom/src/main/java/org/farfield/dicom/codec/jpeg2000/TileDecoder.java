package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DicomException;

/** Decodes the tiles of one picture one after another. One thread. */
final class TileDecoder {
    private static final int MOST_PRECINCTS = 1 << 20;

    private final ImageSize size;
    private final BlockDecoder decoder = new BlockDecoder();

    TileDecoder(ImageSize size) {
        this.size = size;
    }

    /** Decodes a tile to its place in a picture of which it is a part, colour by pixel. */
    void decode(TileStream stream, short[] out) throws DicomException {
        Area area = size.tile(stream.index());
        Parameters parameters = stream.parameters();
        List<TileComponent> components = new ArrayList<>();
        List<Precinct> precincts = new ArrayList<>();
        for (int c = 0; c < size.components(); c++) {
            components.add(new TileComponent(c, area, parameters.style(c), MOST_PRECINCTS - precincts.size()));
            precincts.addAll(components.get(c).precincts());
        }
        readPackets(stream, components, precincts);
        List<WaveletPlane> planes = new ArrayList<>();
        for (int c = 0; c < components.size(); c++) {
            planes.add(synthesize(components.get(c), parameters, c));
        }
        if (parameters.colourTransform()) {
            toColour(planes);
        }
        for (int c = 0; c < planes.size(); c++) {
            put(planes.get(c).samples(), area, c, out);
        }
    }

    private static void readPackets(TileStream stream, List<TileComponent> components, List<Precinct> precincts)
            throws DicomException {
        PacketReader reader = new PacketReader(stream);
        Parameters parameters = stream.parameters();
        for (Progression progression : parameters.progressions()) {
            PacketOrder.walk(
                    progression,
                    parameters.layers(),
                    precincts,
                    precinct -> reader.read(
                            precinct, components.get(precinct.component).style()));
        }
    }

    private WaveletPlane synthesize(TileComponent component, Parameters parameters, int index) throws DicomException {
        boolean reversible = component.style().reversible();
        WaveletPlane plane =
                reversible ? new ReversiblePlane(component.area()) : new IrreversiblePlane(component.area());
        int next = 0;
        for (Resolution resolution : component.resolutions()) {
            for (; next < component.precincts().size(); next++) {
                Precinct precinct = component.precincts().get(next);
                if (precinct.resolution != resolution.index()) {
                    break;
                }
                if (precinct.isRead()) {
                    decodeBlocks(precinct, component, parameters, index, plane);
                }
            }
            if (resolution.index() > 0) {
                plane.raise(resolution.area());
            }
        }
        return plane;
    }

    private void decodeBlocks(
            Precinct precinct, TileComponent component, Parameters parameters, int index, WaveletPlane plane)
            throws DicomException {
        Quantization quantization = parameters.quantization(index);
        int shift = parameters.regionShift(index);
        for (BlockGrid grid : precinct.grids()) {
            Band band = grid.band;
            int bitPlanes = quantization.planes(band.index()) + shift;
            float step = quantization.step(band.index(), size.bits(), band.gain());
            for (CodeBlock block : grid.blocks) {
                if (block.isIncluded()) {
                    decoder.decode(block, component.style(), band.orientation(), bitPlanes);
                    if (shift > 0) {
                        lowerRegion(decoder.values(), 4 * block.width * ((block.height + 3) / 4), shift);
                    }
                    plane.put(band, block, decoder.values(), step);
                }
            }
        }
    }

    /** What lies in the region of interest was shifted above everything else (T.800 H.1). */
    private static void lowerRegion(int[] values, int count, int shift) {
        for (int i = 0; i < count; i++) {
            int magnitude = values[i] & Integer.MAX_VALUE;
            if (shift < 31 && magnitude >> 1 >> shift != 0) {
                values[i] = (magnitude >> shift) | (values[i] & Integer.MIN_VALUE);
            }
        }
    }

    private static void toColour(List<WaveletPlane> planes) throws DicomException {
        if (planes.size() < 3) {
            throw Fault.malformed("a component transform of " + planes.size() + " components");
        }
        if (planes.get(0) instanceof ReversiblePlane a
                && planes.get(1) instanceof ReversiblePlane b
                && planes.get(2) instanceof ReversiblePlane c) {
            ReversiblePlane.toColour(a, b, c);
        } else if (planes.get(0) instanceof IrreversiblePlane a
                && planes.get(1) instanceof IrreversiblePlane b
                && planes.get(2) instanceof IrreversiblePlane c) {
            IrreversiblePlane.toColour(a, b, c);
        } else {
            throw Fault.malformed("a component transform of components with different filters");
        }
    }

    /** Undoes the level shift (T.800 G.1), cuts to the range of samples, and writes them. */
    private void put(int[][] samples, Area area, int component, short[] out) {
        int stride = size.components();
        int range = 1 << size.bits();
        int shift = size.signed() ? 0 : range / 2;
        int low = size.signed() ? -range / 2 : 0;
        int high = low + range - 1;
        for (int y = 0; y < area.height(); y++) {
            int[] row = samples[y];
            int first = (area.y0() - size.y0() + y) * size.columns() + area.x0() - size.x0();
            for (int x = 0, to = first * stride + component; x < area.width(); x++, to += stride) {
                out[to] = (short) Math.max(low, Math.min(high, row[x] + shift));
            }
        }
    }
}
