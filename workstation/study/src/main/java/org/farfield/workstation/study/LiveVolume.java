package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/**
 * A volume that grows while the patient is scanned. Laid out from what the gateway announced; each slice is decoded,
 * compared with the announcement and with the hash the gateway took of its voxels, shown, and kept in the
 * {@link LocalStore}. Any thread but the FX thread, several slices at once.
 */
public final class LiveVolume {
    private static final double PLACE_MM = 0.05;
    private static final double SPACING_RATIO = 1e-3;
    private static final double DIRECTION_DEGREES = 0.1;

    private final String seriesUid;
    private final Volume volume;
    private final LocalStore store;

    /**
     * @param seriesUid Series Instance UID that every slice must carry
     * @param geometry one slot for each planned slice
     * @param type signed or unsigned, as announced
     */
    public LiveVolume(
            String seriesUid,
            VolumeGeometry geometry,
            VoxelType type,
            ModalityTransform.Linear modality,
            String unit,
            LocalStore store) {
        this.seriesUid = seriesUid;
        this.volume = new Volume(geometry, type, modality, PixelPadding.NONE, unit, List.of());
        this.store = store;
    }

    /** The volume, which has holes where slices are still to come. */
    public Volume volume() {
        return volume;
    }

    /**
     * Takes in one slice.
     *
     * @param slice its slot, from 0
     * @param part10 a complete Part 10 file, from now on this volume's own
     * @param voxelSha256 SHA-256 of its stored values, row by row, 16 bits each, little endian
     */
    public LiveArrival accept(int slice, byte[] part10, byte[] voxelSha256) {
        if (slice < 0 || slice >= volume.geometry().slices()) {
            return new LiveArrival.Rejected(
                    slice, "the series has slots 0 to " + (volume.geometry().slices() - 1));
        }
        try {
            DicomFile dicom = Part10.read(part10);
            SliceAttributes attributes = SliceAttributes.of(dicom.dataSet());
            Optional<String> fault = difference(slice, attributes);
            if (fault.isPresent()) {
                return new LiveArrival.Rejected(slice, fault.get());
            }
            PixelFrames pixels = PixelFrames.of(dicom);
            if (pixels.format().signed() != (volume.type() == VoxelType.INT16)) {
                return new LiveArrival.Rejected(slice, "its values are not signed as announced");
            }
            short[] voxels = pixels.decode(0);
            if (!MessageDigest.isEqual(sha256(voxels), voxelSha256)) {
                return new LiveArrival.Rejected(slice, "its voxels are not those that were sent: the hashes differ");
            }
            volume.put(slice, voxels);
        } catch (DicomException e) {
            return new LiveArrival.Rejected(slice, HeaderReader.cause(e));
        }
        try {
            return new LiveArrival.Kept(slice, store.store(part10));
        } catch (IOException e) {
            return new LiveArrival.NotStored(slice, String.valueOf(e.getMessage()));
        }
    }

    /** SHA-256 of stored values, row by row, each as 16 bits little endian. */
    public static byte[] sha256(short[] voxels) {
        ByteBuffer bytes = ByteBuffer.allocate(voxels.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(voxels);
        return LocalStore.sha256().digest(bytes.array());
    }

    /** In what the slice differs from what was announced. */
    private Optional<String> difference(int slice, SliceAttributes attributes) {
        VolumeGeometry g = volume.geometry();
        ModalityTransform modality =
                new ModalityTransform.Linear(attributes.rescaleSlope(), attributes.rescaleIntercept());
        if (!attributes.seriesUid().equals(seriesUid)) {
            return Optional.of("it belongs to another series");
        }
        if (attributes.columns() != g.columns() || attributes.rows() != g.rows()) {
            return Optional.of("it has " + attributes.columns() + "x" + attributes.rows() + " voxels, announced were "
                    + g.columns() + "x" + g.rows());
        }
        if (!modality.equals(volume.modality())) {
            return Optional.of("its rescaling is " + modality + ", announced was " + volume.modality());
        }
        return switch (PlaneReading.of(attributes)) {
            case PlaneReading.Placed placed -> difference(slice, placed.slice());
            case PlaneReading.Absent absent -> Optional.of(absent.cause());
            case PlaneReading.Impossible impossible -> Optional.of(impossible.cause());
        };
    }

    private Optional<String> difference(int slice, SlicePlane plane) {
        VolumeGeometry g = volume.geometry();
        PatientPoint announced = g.toPatient(0, 0, slice);
        double mm = plane.position().distanceTo(announced);
        if (!(mm <= PLACE_MM)) {
            return Optional.of(String.format(Locale.ROOT, "it lies %.2f mm from the announced place", mm));
        }
        boolean turned = plane.rowDirection().degreesTo(g.columnStep()) > DIRECTION_DEGREES
                || plane.columnDirection().degreesTo(g.rowStep()) > DIRECTION_DEGREES;
        if (turned) {
            return Optional.of("its orientation is not the announced one");
        }
        boolean scaled = Math.abs(plane.columnSpacingMm() - g.columnSpacingMm()) > SPACING_RATIO * g.columnSpacingMm()
                || Math.abs(plane.rowSpacingMm() - g.rowSpacingMm()) > SPACING_RATIO * g.rowSpacingMm();
        return scaled ? Optional.of("its pixel spacing is not the announced one") : Optional.empty();
    }
}
