package org.farfield.dicom;

import java.util.List;

/**
 * A DICOM file or its equal in memory (PS3.10 7).
 *
 * @param meta the File Meta Information, group 0002; without elements where the file had none
 * @param dataSet the data set
 * @param transferSyntax how the data set was, or is to be, encoded
 * @param notes what was wrong with the file and how it was read nevertheless; empty for a good file
 */
public record DicomFile(DataSet meta, DataSet dataSet, TransferSyntax transferSyntax, List<String> notes) {
    public DicomFile {
        notes = List.copyOf(notes);
    }

    /** A file without notes. */
    public DicomFile(DataSet meta, DataSet dataSet, TransferSyntax transferSyntax) {
        this(meta, dataSet, transferSyntax, List.of());
    }

    /** A new file around a data set: the meta information is made from its SOP Class and Instance UIDs. */
    public static DicomFile of(DataSet dataSet, TransferSyntax transferSyntax) {
        DataSet meta = new DataSet()
                .setBytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
                .put(uid(Tag.MEDIA_STORAGE_SOP_CLASS_UID, dataSet.bytes(Tag.SOP_CLASS_UID)))
                .put(uid(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, dataSet.bytes(Tag.SOP_INSTANCE_UID)))
                .set(Tag.TRANSFER_SYNTAX_UID, Vr.UI, transferSyntax.uid())
                .set(Tag.IMPLEMENTATION_CLASS_UID, Vr.UI, Uids.FARFIELD_IMPLEMENTATION)
                .set(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, Uids.FARFIELD_VERSION_NAME);
        return new DicomFile(meta, dataSet, transferSyntax);
    }

    /** SOP Instance UID of the data set, or of the meta information, or "". */
    public String sopInstanceUid() {
        return dataSet.string(Tag.SOP_INSTANCE_UID)
                .or(() -> meta.string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID))
                .orElse("");
    }

    /** SOP Class UID of the data set, or of the meta information, or "". */
    public String sopClassUid() {
        return dataSet.string(Tag.SOP_CLASS_UID)
                .or(() -> meta.string(Tag.MEDIA_STORAGE_SOP_CLASS_UID))
                .orElse("");
    }

    /** The bytes as they are: a UID that is none stays recognisable and harms nobody here. */
    private static Element uid(int tag, ByteSlice bytes) {
        return new Element.Value(tag, Vr.UI, bytes);
    }
}
