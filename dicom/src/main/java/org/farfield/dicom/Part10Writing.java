package org.farfield.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The writing of one file: preamble, meta information with its group length, data set (PS3.10 7.1). */
final class Part10Writing {
    private Part10Writing() {}

    static void write(DicomFile file, OutputStream out) throws IOException {
        TransferSyntax syntax = file.transferSyntax();
        if (syntax.bigEndian()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "the retired " + syntax.name() + " is read but not written");
        }
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        writeMeta(file, out);
        if (!syntax.deflated()) {
            new DataSetWriter(out, syntax.explicitVr()).write(file.dataSet());
            return;
        }
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(deflated, deflater)) {
            new DataSetWriter(stream, true).write(file.dataSet());
        } finally {
            deflater.end();
        }
        if (deflated.size() % 2 != 0) {
            deflated.write(0);
        }
        deflated.writeTo(out);
    }

    private static void writeMeta(DicomFile file, OutputStream out) throws IOException {
        DataSet meta = DicomFile.of(file.dataSet(), file.transferSyntax()).meta();
        keepWhereAbsent(Tag.SOP_CLASS_UID, Tag.MEDIA_STORAGE_SOP_CLASS_UID, file, meta);
        keepWhereAbsent(Tag.SOP_INSTANCE_UID, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, file, meta);
        for (Element element : file.meta()) {
            if (!isOurs(element.tag())) {
                meta.put(element);
            }
        }
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        DataSetWriter writer = new DataSetWriter(group, true);
        writer.write(meta);
        DataSet length = new DataSet().set(Tag.FILE_META_INFORMATION_GROUP_LENGTH, Vr.UL, group.size());
        new DataSetWriter(out, true).write(length);
        group.writeTo(out);
    }

    /** A DICOMDIR has its UIDs in the meta information only. */
    private static void keepWhereAbsent(int tag, int metaTag, DicomFile file, DataSet meta) {
        if (!file.dataSet().contains(tag)) {
            file.meta().element(metaTag).ifPresent(meta::put);
        }
    }

    /** Elements that this writing decides, whatever an earlier file said. */
    private static boolean isOurs(int tag) {
        return switch (tag) {
            case Tag.FILE_META_INFORMATION_GROUP_LENGTH,
                    Tag.FILE_META_INFORMATION_VERSION,
                    Tag.MEDIA_STORAGE_SOP_CLASS_UID,
                    Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
                    Tag.TRANSFER_SYNTAX_UID,
                    Tag.IMPLEMENTATION_CLASS_UID,
                    Tag.IMPLEMENTATION_VERSION_NAME -> true;
            default -> Tag.group(tag) != 2;
        };
    }
}
