package org.farfield.workstation.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.dicom.picture.Picture;
import org.farfield.dicom.picture.PictureOptions;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.StudyHeader;

/** Key images as pictures: what the reader saw, marks and words in it, as Secondary Capture (PS3.3 A.8.1). */
public final class KeyPicture {
    private static final int SERIES_NUMBER = 9002;
    private static final int RED_SHIFT = 16;
    private static final int GREEN_SHIFT = 8;
    private static final int BYTE = 0xFF;

    private KeyPicture() {}

    /**
     * A picture as an instance.
     *
     * @param seriesUid of the study's series of key images
     * @param number in that series, from 1
     */
    public static DataSet of(StudyHeader study, String seriesUid, int number, BufferedImage image, ZonedDateTime made) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[width * height * 3 + (width * height & 1)];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                rgb[at++] = (byte) (pixel >> RED_SHIFT & BYTE);
                rgb[at++] = (byte) (pixel >> GREEN_SHIFT & BYTE);
                rgb[at++] = (byte) (pixel & BYTE);
            }
        }
        String date = made.format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
        String time = made.format(DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT));
        return study.begun()
                .set(Tag.SOP_CLASS_UID, Uids.SECONDARY_CAPTURE_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY")
                .set(Tag.MODALITY, "OT")
                .set(Tag.CONVERSION_TYPE, "WSD")
                .set(Tag.SERIES_INSTANCE_UID, seriesUid)
                .set(Tag.SERIES_NUMBER, Vr.IS, SERIES_NUMBER)
                .set(Tag.SERIES_DESCRIPTION, "Key images")
                .setEmpty(Tag.LATERALITY)
                .set(Tag.INSTANCE_NUMBER, Vr.IS, number)
                .setEmpty(Tag.PATIENT_ORIENTATION)
                .set(Tag.CONTENT_DATE, date)
                .set(Tag.CONTENT_TIME, time)
                .set(Tag.MANUFACTURER, "Farfield")
                .set(Tag.SAMPLES_PER_PIXEL, 3)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
                .set(Tag.PLANAR_CONFIGURATION, 0)
                .set(Tag.ROWS, height)
                .set(Tag.COLUMNS, width)
                .set(Tag.BITS_ALLOCATED, 8)
                .set(Tag.BITS_STORED, 8)
                .set(Tag.HIGH_BIT, 7)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .set(Tag.BURNED_IN_ANNOTATION, "YES")
                .setBytes(Tag.PIXEL_DATA, Vr.OB, rgb);
    }

    /** The instance's place. */
    public static InstanceRef reference(DataSet instance) {
        return new InstanceRef(
                instance.string(Tag.STUDY_INSTANCE_UID).orElse(""),
                instance.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                instance.string(Tag.SOP_CLASS_UID).orElse(""),
                instance.string(Tag.SOP_INSTANCE_UID).orElse(""));
    }

    /** Its bytes as a Part 10 file, explicit VR little endian. */
    public static byte[] toPart10(DataSet instance) throws IOException {
        return Part10.toBytes(DicomFile.of(instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    /** The first picture of any image's file. */
    public static BufferedImage read(Path file) throws IOException {
        Picture picture = Picture.of(Part10.read(file), 0, PictureOptions.DEFAULT);
        BufferedImage image = new BufferedImage(picture.columns(), picture.rows(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.columns(), picture.rows(), picture.argb(), 0, picture.columns());
        return image;
    }
}
