package org.farfield.dicom.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DataSetCoding;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.dicom.codec.Transcoder;
import org.farfield.dicom.media.DirectoryRecords.Node;
import org.farfield.dicom.media.DirectoryRecords.Place;

/**
 * A file-set in the making: objects are added one by one, each gets a File ID in the form
 * {@code DICOM/PT000000/ST000000/SE000000/IM000000} (PS3.10 8.2), and at the end comes the DICOMDIR. Files are written
 * in explicit little endian when they are uncompressed (the general purpose profiles of PS3.11), else as they are.
 * Nothing but headers is kept. One thread.
 */
public final class FileSet {
    private static final int ITEM_MARKERS = 16;
    private static final int SEQUENCE_END = 8;
    private static final int MOST_IN_A_FOLDER = 1_000_000;

    private final String id;
    private final String instanceUid = Uids.create();
    private final DirectoryRecords records = new DirectoryRecords();

    /**
     * An empty one.
     *
     * @param id File-set ID: up to 16 capitals, digits and underscores
     */
    public FileSet(String id) {
        if (!id.matches("[A-Z0-9_ ]{0,16}")) {
            throw new IllegalArgumentException("a file-set id has up to 16 capitals, digits and underscores");
        }
        this.id = id;
    }

    /**
     * What is to be written where.
     *
     * @param path below the medium's root, with slashes
     */
    public record Member(String path, DicomFile file) {}

    /**
     * Takes an object in.
     *
     * @throws DicomException when it is no composite object of a series
     */
    public Member add(DicomFile file) throws DicomException {
        DataSet d = file.dataSet();
        for (int tag :
                new int[] {Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID}) {
            if (d.string(tag).isEmpty()) {
                throw new DicomException(DicomException.Reason.MALFORMED, Tag.describe(tag) + " is missing");
            }
        }
        TransferSyntax syntax = file.transferSyntax();
        boolean plain = !syntax.encapsulated() || syntax.deflated();
        DicomFile written = plain ? Transcoder.to(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file) : file;
        Map<Place, DataSet> added = new HashMap<>();
        Place place = records.add(d, written.transferSyntax(), added);
        if (place.instance() >= MOST_IN_A_FOLDER) {
            throw new DicomException(DicomException.Reason.LIMIT, "a series has no more than a million files here");
        }
        List<String> fileId = List.of(
                "DICOM",
                component("PT", place.patient()),
                component("ST", place.study()),
                component("SE", place.series()),
                component("IM", place.instance()));
        added.values().forEach(record -> record.set(Tag.REFERENCED_FILE_ID, fileId.toArray(String[]::new)));
        return new Member(String.join("/", fileId), written);
    }

    private static String component(String prefix, int number) {
        return prefix + String.format(Locale.ROOT, "%06d", number);
    }

    /** The DICOMDIR of all that was added, with the offsets between its records (PS3.3 F.3.2.2). */
    public byte[] directory() throws IOException {
        List<DataSet> flat = new ArrayList<>();
        records.patients().forEach(node -> flatten(node, flat));
        IdentityHashMap<DataSet, Long> offsets = new IdentityHashMap<>();
        long at = firstOffset(flat);
        for (DataSet record : flat) {
            offsets.put(record, at);
            at += length(record);
        }
        link(records.patients(), offsets);
        return Part10.toBytes(file(flat, records.patients(), offsets));
    }

    private static void flatten(Node node, List<DataSet> flat) {
        flat.add(node.record);
        node.lower.values().forEach(lower -> flatten(lower, flat));
    }

    /** The records stand at the end of the file, with an end of the sequence behind them. */
    private long firstOffset(List<DataSet> flat) throws IOException {
        long all = 0;
        for (DataSet record : flat) {
            all += length(record);
        }
        return Part10.toBytes(file(flat, List.of(), new IdentityHashMap<>())).length - SEQUENCE_END - all;
    }

    private static long length(DataSet record) throws DicomException {
        return (long) ITEM_MARKERS + DataSetCoding.encode(record, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).length;
    }

    private static void link(List<Node> siblings, IdentityHashMap<DataSet, Long> offsets) {
        for (int i = 0; i < siblings.size(); i++) {
            Node node = siblings.get(i);
            List<Node> lower = new ArrayList<>(node.lower.values());
            long next = i + 1 < siblings.size() ? offset(siblings.get(i + 1), offsets) : 0;
            long first = lower.isEmpty() ? 0 : offset(lower.getFirst(), offsets);
            node.record
                    .set(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, Vr.UL, (int) next)
                    .set(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, Vr.UL, (int) first);
            link(lower, offsets);
        }
    }

    private static long offset(Node node, IdentityHashMap<DataSet, Long> offsets) {
        return offsets.getOrDefault(node.record, 0L);
    }

    private DicomFile file(List<DataSet> flat, List<Node> patients, IdentityHashMap<DataSet, Long> offsets) {
        long first = patients.isEmpty() ? 0 : offset(patients.getFirst(), offsets);
        long last = patients.isEmpty() ? 0 : offset(patients.getLast(), offsets);
        DataSet root = new DataSet()
                .set(Tag.FILE_SET_ID, id)
                .set(Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, Vr.UL, (int) first)
                .set(Tag.of("OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity"), Vr.UL, (int) last)
                .set(Tag.of("FileSetConsistencyFlag"), Vr.US, 0)
                .setSequence(
                        Tag.DIRECTORY_RECORD_SEQUENCE,
                        flat.stream().map(DataSet::copy).toArray(DataSet[]::new));
        DataSet meta = new DataSet()
                .set(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Uids.MEDIA_STORAGE_DIRECTORY)
                .set(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, instanceUid);
        return new DicomFile(meta, root, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
