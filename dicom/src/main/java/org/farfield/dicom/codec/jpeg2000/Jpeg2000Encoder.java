package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/**
 * Encodes JPEG 2000 part 1 without loss: 5/3 filter, up to 5 levels, one tile, one layer, code-blocks of 64 x 64, and
 * the reversible component transform for RGB. One use, one thread.
 */
public final class Jpeg2000Encoder {
    private static final int MOST_LEVELS = 5;
    private static final int BLOCK_EXPONENT = 6;
    private static final int LEAST_GUARD_BITS = 2;
    private static final int MOST_GUARD_BITS = 7;

    private final PixelFormat format;
    private final boolean colour;
    private final CodingStyle style;
    private final List<TileComponent> components = new ArrayList<>();
    private final BlockEncoder encoder = new BlockEncoder();
    private int guardBits = LEAST_GUARD_BITS;

    /** For frames of this format. */
    public Jpeg2000Encoder(PixelFormat format) throws DicomException {
        if (format.bitsStored() > 16) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG 2000 is written of up to 16 bits");
        }
        this.format = format;
        colour = transformsColour(format);
        int least = Math.min(format.columns(), format.rows());
        int levels = Math.min(MOST_LEVELS, 31 - Integer.numberOfLeadingZeros(least));
        style = new CodingStyle(levels, BLOCK_EXPONENT, BLOCK_EXPONENT, 0, true, PrecinctSizes.LARGEST);
    }

    /** True when the frames are RGB and are written by way of the reversible component transform. */
    public static boolean transformsColour(PixelFormat format) {
        return format.samples() == 3 && format.photometric().equals("RGB");
    }

    /**
     * Encodes one frame.
     *
     * @param samples stored values, sign-extended when the format is signed, colour by pixel
     */
    public byte[] encode(short[] samples) throws DicomException {
        Area area = new Area(0, 0, format.columns(), format.rows());
        int[][][] planes = new int[format.samples()][][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = plane(samples, c);
        }
        if (colour) {
            fromColour(planes);
        }
        for (int c = 0; c < planes.length; c++) {
            components.add(new TileComponent(c, area, style, Integer.MAX_VALUE));
            encodeComponent(components.get(c), planes[c]);
        }
        setEmptyPlanes();
        return new CodestreamWriter(format, style, colour, guardBits).write(components);
    }

    private int[][] plane(short[] samples, int component) {
        int[][] plane = new int[format.rows()][format.columns()];
        int shift = format.signed() ? 0 : 1 << (format.bitsStored() - 1);
        int mask = format.signed() ? -1 : 0xFFFF;
        int from = component;
        for (int[] row : plane) {
            for (int x = 0; x < row.length; x++, from += format.samples()) {
                row[x] = (samples[from] & mask) - shift;
            }
        }
        return plane;
    }

    /** The reversible component transform (T.800 G.2.1). */
    private static void fromColour(int[][][] planes) {
        for (int y = 0; y < planes[0].length; y++) {
            int[] a = planes[0][y];
            int[] b = planes[1][y];
            int[] c = planes[2][y];
            for (int x = 0; x < a.length; x++) {
                int red = a[x];
                int green = b[x];
                int blue = c[x];
                a[x] = (red + 2 * green + blue) >> 2;
                b[x] = blue - green;
                c[x] = red - green;
            }
        }
    }

    /** From the highest resolution down, since the rows change their places on the way. */
    private void encodeComponent(TileComponent component, int[][] plane) throws DicomException {
        ReversibleAnalysis analysis = new ReversibleAnalysis(format.columns());
        for (Resolution resolution : component.resolutions().reversed()) {
            if (resolution.index() > 0) {
                analysis.lower(
                        plane, resolution.area().width(), resolution.area().height());
            }
            for (Precinct precinct : component.precincts()) {
                if (precinct.resolution == resolution.index()) {
                    encodePrecinct(precinct, plane);
                }
            }
        }
    }

    private void encodePrecinct(Precinct precinct, int[][] plane) throws DicomException {
        for (BlockGrid grid : precinct.grids()) {
            int nominal = exponent(format, grid.band);
            for (CodeBlock block : grid.blocks) {
                encoder.encode(block, grid.band, plane);
                guardBits = Math.max(guardBits, planes(block) - nominal + 1);
            }
        }
        if (guardBits > MOST_GUARD_BITS) {
            throw new IllegalStateException("coefficients need " + guardBits + " guard bits");
        }
    }

    /** What is empty of the planes that a band may have (T.800 E-2). */
    private void setEmptyPlanes() throws DicomException {
        for (TileComponent component : components) {
            for (Precinct precinct : component.precincts()) {
                for (BlockGrid grid : precinct.grids()) {
                    for (CodeBlock block : grid.blocks) {
                        block.zeroPlanes = guardBits + exponent(format, grid.band) - 1 - planes(block);
                    }
                }
            }
        }
    }

    private static int planes(CodeBlock block) {
        return (block.passes + 2) / 3;
    }

    /** The exponent of a band: the nominal range of its coefficients (T.800 E-4). */
    static int exponent(PixelFormat format, Band band) {
        return format.bitsStored() + band.gain();
    }
}
