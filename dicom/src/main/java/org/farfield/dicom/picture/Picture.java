package org.farfield.dicom.picture;

import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;
import org.farfield.dicom.codec.ColourSpaces;
import org.farfield.dicom.codec.PixelFrames;

/**
 * One frame as it is meant to be seen (PS3.3 C.7.6.3, C.11; PS3.4 N.2), 8 bits a channel. Grey frames go through the
 * modality transform, the VOI transform and the polarity; palette frames through their tables; colour frames to RGB.
 * Colours with an embedded profile come out in sRGB. Overlay planes are drawn in white. Any thread.
 */
public final class Picture {
    private static final int OPAQUE = 0xFF000000;

    private final int columns;
    private final int rows;
    private final boolean colour;
    private final int[] argb;
    private final Optional<String> note;

    private Picture(int columns, int rows, boolean colour, int[] argb, Optional<String> note) {
        this.columns = columns;
        this.rows = rows;
        this.colour = colour;
        this.argb = argb;
        this.note = note;
    }

    /** Draws a frame, counted from 0. */
    public static Picture of(DicomFile file, int frame, PictureOptions options) throws DicomException {
        PixelFrames frames = PixelFrames.of(file);
        if (frame < 0 || frame >= frames.count()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "has no frame " + (frame + 1) + " of " + frames.count());
        }
        return of(file.dataSet(), frames, frame, options);
    }

    /** Draws a frame of pixels that are open already. */
    public static Picture of(DataSet dataSet, PixelFrames frames, int frame, PictureOptions options)
            throws DicomException {
        PixelFormat format = frames.format();
        frames.requireFrame(frame);
        if (frames.isWide()) {
            return wide(dataSet, frames, frame, options);
        }
        short[] words = new short[format.samplesPerFrame()];
        frames.decodeInto(frame, words);
        int[] argb = new int[format.rows() * format.columns()];
        boolean colour = draw(dataSet, format, frame, words, options, argb);
        Optional<String> note = format.isMonochrome()
                ? Optional.empty()
                : ColourProfile.apply(dataSet, format.columns(), format.rows(), argb);
        if (options.overlays()) {
            Overlays.draw(dataSet, frames, frame, argb);
        }
        return new Picture(format.columns(), format.rows(), colour, argb, note);
    }

    /**
     * The window with which a grey frame is drawn when none is given: centre and width in the modality's unit, of the
     * file, or of the range of the frame's values.
     */
    public static double[] window(DataSet dataSet, PixelFrames frames, int frame) throws DicomException {
        List<double[]> windows = SliceAttributes.of(dataSet, frame).windows();
        if (!windows.isEmpty()) {
            return windows.getFirst().clone();
        }
        double[] range = new GreyRamp(dataSet, frames.format(), frame).range(frames.decodeDecimals(frame));
        return new double[] {(range[0] + range[1]) / 2, range[1] - range[0]};
    }

    private static Picture wide(DataSet dataSet, PixelFrames frames, int frame, PictureOptions options)
            throws DicomException {
        PixelFormat format = frames.format();
        if (!format.isMonochrome()) {
            throw unsupported(format);
        }
        int[] argb = new int[format.rows() * format.columns()];
        new GreyRamp(dataSet, format, frame).draw(frames.decodeDecimals(frame), options, argb);
        if (options.overlays()) {
            Overlays.draw(dataSet, frames, frame, argb);
        }
        return new Picture(format.columns(), format.rows(), false, argb, Optional.empty());
    }

    /** Columns of the frame. */
    public int columns() {
        return columns;
    }

    /** Rows of the frame. */
    public int rows() {
        return rows;
    }

    /** Whether channels may differ. */
    public boolean colour() {
        return colour;
    }

    /** Pixels row by row, {@code 0xFFRRGGBB}; not a copy. */
    public int[] argb() {
        return argb;
    }

    /** What is not as the file asks for, for the reader of the picture: a colour profile that could not be used. */
    public Optional<String> note() {
        return note;
    }

    private static boolean draw(
            DataSet dataSet, PixelFormat format, int frame, short[] words, PictureOptions options, int[] argb)
            throws DicomException {
        if (format.samples() == 1) {
            boolean palette = format.photometric().equals("PALETTE COLOR");
            if (!palette && !format.isMonochrome()) {
                throw unsupported(format);
            }
            if (!palette) {
                new GreyRamp(dataSet, format, frame).draw(words, options, argb);
            }
            return PaletteColours.draw(dataSet, format, palette, words, argb) || palette;
        }
        if (format.samples() != 3) {
            throw unsupported(format);
        }
        switch (format.photometric()) {
            case "RGB" -> {}
            case "YBR_FULL", "YBR_FULL_422" ->
                ColourSpaces.fromYbrFull(words, format.samplesPerFrame(), format.bitsStored());
            case "YBR_PARTIAL_422", "YBR_PARTIAL_420" -> {
                if (format.bitsStored() != 8) {
                    throw unsupported(format);
                }
                ColourSpaces.fromYbrPartial(words, format.samplesPerFrame());
            }
            default -> throw unsupported(format);
        }
        int shift = Math.max(0, format.bitsStored() - 8);
        for (int i = 0, from = 0; i < argb.length; i++, from += 3) {
            argb[i] = OPAQUE
                    | (words[from] & 0xFFFF) >> shift << 16
                    | (words[from + 1] & 0xFFFF) >> shift << 8
                    | (words[from + 2] & 0xFFFF) >> shift;
        }
        return true;
    }

    private static DicomException unsupported(PixelFormat format) {
        return new DicomException(
                DicomException.Reason.UNSUPPORTED,
                Tag.describe(Tag.PHOTOMETRIC_INTERPRETATION) + " " + format.photometric() + " with " + format.samples()
                        + " samples of " + format.bitsStored() + " bits is not drawn");
    }
}
