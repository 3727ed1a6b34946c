package org.farfield.dicom.deidentification;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.Transcoder;

/**
 * Blackens parts of all frames (Clean Pixel Data Option, PS3.15 E.3.1). Nothing is recognised: a person says which
 * rectangles, or the regions of an ultrasound image (PS3.3 C.8.5.5) say where its picture is. Any thread.
 */
public final class PixelCleaning {
    private static final int REGIONS = Tag.of("SequenceOfUltrasoundRegions");

    private PixelCleaning() {}

    /**
     * A part of each frame, in pixels.
     *
     * @param x column of the left edge, from 0
     * @param y row of the upper edge, from 0
     */
    public record Rectangle(int x, int y, int width, int height) {
        public Rectangle {
            if (x < 0 || y < 0 || width < 1 || height < 1) {
                throw new IllegalArgumentException("a rectangle begins at 0 or more and is 1 or more wide and high");
            }
        }

        boolean holds(int column, int row) {
            return column >= x && column - x < width && row >= y && row - y < height;
        }
    }

    /** An uncompressed copy in which these rectangles have the value 0. */
    public static DicomFile blacken(DicomFile file, List<Rectangle> rectangles) throws DicomException {
        return masked(file, (column, row) -> rectangles.stream().anyMatch(r -> r.holds(column, row)));
    }

    /**
     * An uncompressed copy in which all that lies outside the ultrasound regions has the value 0.
     *
     * @throws DicomException when the object names no region
     */
    public static DicomFile keepUltrasoundRegions(DicomFile file) throws DicomException {
        List<Rectangle> regions = new ArrayList<>();
        for (DataSet item : file.dataSet().sequence(REGIONS)) {
            int x = item.integer(Tag.of("RegionLocationMinX0")).orElse(-1);
            int y = item.integer(Tag.of("RegionLocationMinY0")).orElse(-1);
            int right = item.integer(Tag.of("RegionLocationMaxX1")).orElse(-1);
            int bottom = item.integer(Tag.of("RegionLocationMaxY1")).orElse(-1);
            if (x >= 0 && y >= 0 && right >= x && bottom >= y) {
                regions.add(new Rectangle(x, y, right - x + 1, bottom - y + 1));
            }
        }
        if (regions.isEmpty()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED,
                    "has no " + Tag.describe(REGIONS) + " to tell picture from text");
        }
        return masked(file, (column, row) -> regions.stream().noneMatch(r -> r.holds(column, row)));
    }

    private interface Mask {
        boolean isBlack(int column, int row);
    }

    private static DicomFile masked(DicomFile file, Mask mask) throws DicomException {
        DicomFile plain = Transcoder.to(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file);
        if (!(plain.dataSet().element(Tag.PIXEL_DATA).orElse(null) instanceof Element.Value pixels)) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "has no pixels to blacken");
        }
        PixelFormat format = PixelFormat.of(plain.dataSet());
        if (format.bitsAllocated() % 8 != 0) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED,
                    "pixels of " + format.bitsAllocated() + " bit are not blackened");
        }
        byte[] bytes = pixels.bytes().toArray();
        for (int row = 0; row < format.rows(); row++) {
            for (int column = 0; column < format.columns(); column++) {
                if (mask.isBlack(column, row)) {
                    blacken(bytes, format, row * format.columns() + column);
                }
            }
        }
        DataSet copy = plain.dataSet().copy();
        copy.put(new Element.Value(Tag.PIXEL_DATA, pixels.vr(), ByteSlice.of(bytes)));
        return new DicomFile(plain.meta(), copy, plain.transferSyntax());
    }

    /** One pixel in all frames; black is 0, and the middle for the colour differences of YBR. */
    private static void blacken(byte[] bytes, PixelFormat format, int pixel) {
        int width = format.bitsAllocated() / 8;
        int samples = format.samples();
        long plane = (long) format.rows() * format.columns();
        boolean byPlane = format.planarConfiguration() == 1 && samples > 1;
        boolean differences = format.photometric().startsWith("YBR_");
        for (long of = 0; of < (long) format.frames() * samples; of++) {
            long sample = of % samples;
            long cell = byPlane ? of * plane + pixel : (of / samples * plane + pixel) * samples + sample;
            for (long at = cell * width; at < (cell + 1) * width && at < bytes.length; at++) {
                bytes[(int) at] = (byte) (differences && sample > 0 ? 128 : 0);
            }
        }
    }
}
