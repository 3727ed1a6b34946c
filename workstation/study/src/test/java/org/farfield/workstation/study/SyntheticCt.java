package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;

/**
 * A small made-up CT: 6 columns, 4 rows, 0.5 x 0.8 mm, slices 2 mm apart from z = 100 upwards. The stored value of a
 * voxel says where it is: 1000 slice + 10 row + column.
 */
final class SyntheticCt {
    static final int COLUMNS = 6;
    static final int ROWS = 4;
    static final double COLUMN_MM = 0.5;
    static final double ROW_MM = 0.8;
    static final double SLICE_MM = 2;
    static final double FIRST_Z = 100;

    final String study = Uids.create();
    final String series = Uids.create();
    final String frameOfReference = Uids.create();
    private final Map<Integer, Consumer<DataSet>> changes = new TreeMap<>();
    private Consumer<DataSet> changeAll = d -> {};

    /** Changes one slice's header before it is written. */
    SyntheticCt slice(int k, Consumer<DataSet> change) {
        changes.merge(k, change, Consumer::andThen);
        return this;
    }

    /** Changes every slice's header before it is written. */
    SyntheticCt all(Consumer<DataSet> change) {
        changeAll = changeAll.andThen(change);
        return this;
    }

    static short stored(int column, int row, int slice) {
        return (short) (1000 * slice + 10 * row + column);
    }

    static short[] voxels(int slice) {
        short[] voxels = new short[COLUMNS * ROWS];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = stored(i % COLUMNS, i / COLUMNS, slice);
        }
        return voxels;
    }

    DataSet dataSet(int k) {
        ByteBuffer pixels = ByteBuffer.allocate(COLUMNS * ROWS * 2).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asShortBuffer().put(voxels(k));
        DataSet d = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.STUDY_DATE, "20240229")
                .set(Tag.MODALITY, "CT")
                .set(Tag.STUDY_DESCRIPTION, "Thorax")
                .set(Tag.SERIES_DESCRIPTION, "made up")
                .set(Tag.PATIENT_NAME, "Wang^XiaoDong=\u738b^\u5c0f\u6771")
                .set(Tag.PATIENT_ID, "P-1")
                .set(Tag.PATIENT_BIRTH_DATE, "19700101")
                .set(Tag.PATIENT_SEX, "O")
                .set(Tag.STUDY_INSTANCE_UID, study)
                .set(Tag.SERIES_INSTANCE_UID, series)
                .set(Tag.SERIES_NUMBER, 3)
                .set(Tag.INSTANCE_NUMBER, k + 1)
                .set(Tag.FRAME_OF_REFERENCE_UID, frameOfReference)
                .set(Tag.IMAGE_POSITION_PATIENT, -10.0, -20.0, FIRST_Z + k * SLICE_MM)
                .set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tag.PIXEL_SPACING, ROW_MM, COLUMN_MM)
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, ROWS)
                .set(Tag.COLUMNS, COLUMNS)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 16)
                .set(Tag.HIGH_BIT, 15)
                .set(Tag.PIXEL_REPRESENTATION, 1)
                .set(Tag.WINDOW_CENTER, 40.0)
                .set(Tag.WINDOW_WIDTH, 400.0)
                .set(Tag.RESCALE_SLOPE, 1.0)
                .set(Tag.RESCALE_INTERCEPT, -1024.0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels.array());
        changeAll.accept(d);
        changes.getOrDefault(k, unchanged -> {}).accept(d);
        return d;
    }

    byte[] part10(int k) throws IOException {
        return Part10.toBytes(DicomFile.of(dataSet(k), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    /** Writes slices 0 to n-1 under names whose order is the reverse of their places; element k is slice k's file. */
    List<Path> write(Path folder, int n) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%03d.dcm", n - k));
            Files.write(file, part10(k));
            files.add(file);
        }
        return files;
    }

    /** Writes the slices and gives the one series found. */
    Series scanned(Path folder, int n) throws IOException, InterruptedException {
        write(folder, n);
        ScanResult result = FolderScan.forThisMachine().scan(List.of(folder), FolderScanListener.none());
        return result.studies().getFirst().series().getFirst();
    }
}
