package org.farfield.dicom;

/**
 * How the pixels of an image are described (PS3.3 C.7.6.3).
 *
 * @param rows rows of a frame
 * @param columns columns of a frame
 * @param samples samples a pixel: 1 for monochrome and palette colour, 3 for colour
 * @param bitsAllocated bits a sample takes up
 * @param bitsStored bits of these that carry the value
 * @param highBit place of the value's highest bit
 * @param signed true when values are two's complement
 * @param photometric Photometric Interpretation
 * @param planarConfiguration 0: colour by pixel, 1: colour by plane
 * @param frames how many frames
 */
public record PixelFormat(
        int rows,
        int columns,
        int samples,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        String photometric,
        int planarConfiguration,
        int frames) {
    private static final long LARGEST_FRAME_SAMPLES = 1L << 29;

    /** A monochrome format of one frame, 16 bits allocated (8 when no more than 8 are stored). */
    public static PixelFormat monochrome(int rows, int columns, int bitsStored, boolean signed) {
        int allocated = bitsStored <= 8 ? 8 : 16;
        return new PixelFormat(rows, columns, 1, allocated, bitsStored, bitsStored - 1, signed, "MONOCHROME2", 0, 1);
    }

    /** Reads and checks the description; a value that cannot be is refused with the element's name. */
    public static PixelFormat of(DataSet dataSet) throws DicomException {
        int rows = required(dataSet, Tag.ROWS, 1, 65535);
        int columns = required(dataSet, Tag.COLUMNS, 1, 65535);
        int samples = within(
                Tag.SAMPLES_PER_PIXEL, dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1), 1, 4);
        int allocated = required(dataSet, Tag.BITS_ALLOCATED, 1, 64);
        if (allocated != 1 && allocated % 8 != 0) {
            throw wrong(Tag.BITS_ALLOCATED, Integer.toString(allocated));
        }
        int stored = within(Tag.BITS_STORED, dataSet.integer(Tag.BITS_STORED).orElse(allocated), 1, allocated);
        int high = within(Tag.HIGH_BIT, dataSet.integer(Tag.HIGH_BIT).orElse(stored - 1), stored - 1, allocated - 1);
        int representation = within(
                Tag.PIXEL_REPRESENTATION,
                dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0),
                0,
                1);
        String photometric = dataSet.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
        int planar = dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(0);
        int frames = frames(dataSet);
        PixelFormat format = new PixelFormat(
                rows, columns, samples, allocated, stored, high, representation == 1, photometric, planar, frames);
        if ((long) rows * columns * samples > LARGEST_FRAME_SAMPLES) {
            throw new DicomException(
                    DicomException.Reason.LIMIT, "a frame of " + columns + " x " + rows + " is too large");
        }
        return format;
    }

    /** Samples of one frame: rows x columns x samples a pixel. */
    public int samplesPerFrame() {
        return rows * columns * samples;
    }

    /** Bits of one uncompressed frame; frames of single bits follow each other without padding. */
    public long bitsPerFrame() {
        return (long) samplesPerFrame() * bitsAllocated;
    }

    /** True for MONOCHROME1 and MONOCHROME2. */
    public boolean isMonochrome() {
        return samples == 1 && photometric.startsWith("MONOCHROME");
    }

    /** The same pixels decoded: colour by pixel, with another photometric interpretation. */
    public PixelFormat decodedAs(String interpretation) {
        return new PixelFormat(
                rows, columns, samples, bitsAllocated, bitsStored, highBit, signed, interpretation, 0, frames);
    }

    private static int frames(DataSet dataSet) throws DicomException {
        if (dataSet.string(Tag.NUMBER_OF_FRAMES).isEmpty()) {
            return 1;
        }
        return required(dataSet, Tag.NUMBER_OF_FRAMES, 1, Integer.MAX_VALUE);
    }

    private static int required(DataSet dataSet, int tag, int low, int high) throws DicomException {
        if (dataSet.string(tag).isEmpty()) {
            throw new DicomException(DicomException.Reason.MALFORMED, Tag.describe(tag) + " is missing");
        }
        if (dataSet.integer(tag).isEmpty()) {
            throw wrong(tag, "not an integer");
        }
        return within(tag, dataSet.integer(tag).getAsInt(), low, high);
    }

    private static int within(int tag, int value, int low, int high) throws DicomException {
        if (value < low || value > high) {
            throw wrong(tag, Integer.toString(value));
        }
        return value;
    }

    private static DicomException wrong(int tag, String value) {
        return new DicomException(DicomException.Reason.MALFORMED, Tag.describe(tag) + " is wrong: " + value);
    }
}
