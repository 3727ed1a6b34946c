package org.farfield.workstation.report;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;

/** A printed report as an instance of its study (PS3.3 A.45.1). */
public final class EncapsulatedPdf {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.104.1";
    private static final int SERIES_NUMBER = 9003;
    private static final int DOCUMENT_TITLE = 0x00420010;
    private static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    private static final int MIME_TYPE = 0x00420012;
    private static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;

    private EncapsulatedPdf() {}

    /** A Part 10 file, explicit VR little endian. */
    public static byte[] of(Report report, byte[] pdf) throws IOException {
        String date = report.made().format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
        String time = report.made().format(DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT));
        DataSet d = report.study()
                .begun()
                .set(Tag.SOP_CLASS_UID, SOP_CLASS)
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.MODALITY, "DOC")
                .set(Tag.CONVERSION_TYPE, "WSD")
                .set(Tag.SERIES_INSTANCE_UID, Uids.create())
                .set(Tag.SERIES_NUMBER, Vr.IS, SERIES_NUMBER)
                .set(Tag.SERIES_DESCRIPTION, report.title())
                .setEmpty(Tag.LATERALITY)
                .set(Tag.MANUFACTURER, "Farfield")
                .set(Tag.INSTANCE_NUMBER, Vr.IS, 1)
                .set(Tag.CONTENT_DATE, date)
                .set(Tag.CONTENT_TIME, time)
                .set(Tag.ACQUISITION_DATE_TIME, date + time)
                .set(Tag.BURNED_IN_ANNOTATION, "YES")
                .set(DOCUMENT_TITLE, Vr.ST, report.title())
                .setEmpty(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .set(MIME_TYPE, Vr.LO, "application/pdf")
                .set(ENCAPSULATED_DOCUMENT_LENGTH, Vr.UL, pdf.length)
                .setBytes(ENCAPSULATED_DOCUMENT, Vr.OB, Arrays.copyOf(pdf, pdf.length + (pdf.length & 1)));
        return Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }
}
