package org.farfield.dicom.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/**
 * Brings colours from the space of an image's ICC profile (0028,2000) to sRGB (PS3.3 C.11.15). Where Color Space
 * (0028,2002) says SRGB they are there already. A profile that cannot be used changes nothing and is told.
 */
final class ColourProfile {
    /** Profiles of scanners and displays have 500 bytes to 2 MB. */
    private static final int LONGEST = 8 << 20;

    private static final int STRIPE = 64;
    private static final int OPAQUE = 0xFF000000;
    private static final int PROFILE = 0x00282000;
    private static final int COLOUR_SPACE = 0x00282002;
    private static final int OPTICAL_PATHS = 0x00480105;

    private ColourProfile() {}

    /** Changes the pixels; says why when there is a profile and it was not applied. */
    static Optional<String> apply(DataSet dataSet, int columns, int rows, int[] argb) {
        ByteSlice bytes = dataSet.bytes(PROFILE);
        if (bytes.length() == 0) {
            bytes = dataSet.item(OPTICAL_PATHS).map(path -> path.bytes(PROFILE)).orElse(ByteSlice.EMPTY);
        }
        if (bytes.length() == 0 || dataSet.string(COLOUR_SPACE).orElse("").equals("SRGB")) {
            return Optional.empty();
        }
        if (bytes.length() > LONGEST) {
            return without("is longer than " + LONGEST + " bytes");
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes.toArray());
            if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB || profile.getNumComponents() != 3) {
                return without("is not one of RGB");
            }
            convert(new ICC_ColorSpace(profile), columns, rows, argb);
            return Optional.empty();
        } catch (IllegalArgumentException | CMMException e) {
            return without("is damaged");
        }
    }

    private static Optional<String> without(String why) {
        return Optional.of(Tag.describe(PROFILE) + " " + why + ": the colours are shown as they are stored");
    }

    /** A stripe at a time; the pixels are changed only when all of them could be. */
    private static void convert(ColorSpace from, int columns, int rows, int[] argb) {
        ColorConvertOp toSrgb = new ColorConvertOp(from, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        ColorModel model = new ComponentColorModel(from, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        int height = Math.min(STRIPE, rows);
        BufferedImage in = new BufferedImage(model, model.createCompatibleWritableRaster(columns, height), false, null);
        BufferedImage out = new BufferedImage(columns, height, BufferedImage.TYPE_INT_RGB);
        byte[] samples = ((DataBufferByte) in.getRaster().getDataBuffer()).getData();
        int[] converted = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
        for (int first = 0; first < rows; first += height) {
            int from0 = first * columns;
            int count = Math.min(height, rows - first) * columns;
            for (int i = 0; i < count; i++) {
                samples[3 * i] = (byte) (argb[from0 + i] >> 16);
                samples[3 * i + 1] = (byte) (argb[from0 + i] >> 8);
                samples[3 * i + 2] = (byte) argb[from0 + i];
            }
            toSrgb.filter(in, out);
            for (int i = 0; i < count; i++) {
                argb[from0 + i] = converted[i] | OPAQUE;
            }
        }
    }
}
