package org.farfield.workstation.study.structures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Structures of known form: their voxels, volumes, holes and colours. */
class StructureReadingTest {
    private static final VolumeGeometry GRID = new VolumeGeometry(
            100,
            80,
            21,
            new PatientPoint(-50, -40, 7),
            new PatientVector(1, 0, 0),
            new PatientVector(0, 1, 0),
            new PatientVector(0, 0, 2),
            new FrameOfReference("1.2.3"));

    @Test
    void aTubeOfCirclesHasTheVolumeOfATube() throws DicomException {
        List<DataSet> contours = new ArrayList<>();
        for (int k = 5; k <= 14; k++) {
            contours.add(circle(0.3, -0.2, 7 + 2 * k, 20));
            contours.add(circle(0.3, -0.2, 7 + 2 * k, 10));
        }
        StructureSet set = ContourReading.read(structureSet(contours), GRID);
        double expected = Math.PI * (20 * 20 - 10 * 10) * 20;
        assertEquals(expected, set.structures().getFirst().volumeMm3(), 0.01 * expected);
        assertEquals("tube", set.structures().getFirst().label());
        assertEquals(0xFF8000, set.structures().getFirst().rgb());
        Volume labels = set.layers().getFirst();
        assertEquals(0, at(labels, new PatientPoint(0, 0, 27)), "the inner circle is a hole");
        assertEquals(1, at(labels, new PatientPoint(15, 0, 27)));
        assertEquals(10, labels.geometry().slices(), "the map is no larger than what it holds");
        assertEquals(List.of(), set.notes());
    }

    @Test
    void contoursOnEveryThirdSliceFillTheSlicesBetween() throws DicomException {
        List<DataSet> contours = new ArrayList<>();
        for (int k = 3; k <= 15; k += 3) {
            contours.add(circle(0.3, -0.2, 7 + 2 * k, 15));
        }
        StructureSet set = ContourReading.read(structureSet(contours), GRID);
        double expected = Math.PI * 15 * 15 * 2 * 13;
        assertEquals(expected, set.structures().getFirst().volumeMm3(), 0.01 * expected);
    }

    @Test
    void whatIsNotAlongTheSlicesOrElsewhereIsSaid() throws DicomException {
        DataSet steep = circle(0, 0, 21, 15);
        double[] xyz = steep.decimals(StructureTag.CONTOUR_DATA);
        for (int i = 0; i < xyz.length; i += 3) {
            xyz[i + 2] += xyz[i];
        }
        steep.set(StructureTag.CONTOUR_DATA, xyz);
        StructureSet set = ContourReading.read(structureSet(List.of(steep, circle(0, 0, 21, 5))), GRID);
        assertEquals(List.of("1 contours are not closed, or do not lie along the slices"), set.notes());
        DicomFile elsewhere = structureSet(List.of());
        elsewhere
                .dataSet()
                .sequence(StructureTag.STRUCTURE_SET_ROI_SEQUENCE)
                .getFirst()
                .set(StructureTag.REFERENCED_FRAME_OF_REFERENCE_UID, "1.2.4");
        DicomException fault = assertThrows(DicomException.class, () -> ContourReading.read(elsewhere, GRID));
        assertTrue(String.valueOf(fault.getMessage()).contains("none of its structures"), fault.getMessage());
    }

    @Test
    void overlappingSegmentsLieInMapsOfTheirOwn() throws DicomException {
        StructureSet set = SegmentationReading.read(segmentation());
        assertEquals(2, set.structures().size());
        assertEquals(2, set.layers().size());
        // 6 x 4 pixels of 0.5 x 2 mm in two of three planes, 3 mm apart.
        assertEquals(6 * 4 * 2 * 3.0, set.structures().get(0).volumeMm3(), 1e-9);
        assertEquals(2 * 3.0, set.structures().get(1).volumeMm3(), 1e-9);
        assertEquals(1, at(set.layers().get(0), new PatientPoint(10 + 1.0, 20 + 4.0, 30)));
        assertEquals(1, at(set.layers().get(0), new PatientPoint(10 + 1.0, 20 + 4.0, 36)));
        assertEquals(0, at(set.layers().get(0), new PatientPoint(10 + 1.0, 20 + 4.0, 33)), "a plane was left out");
        assertEquals(2, at(set.layers().get(1), new PatientPoint(10 + 1.0, 20 + 4.0, 30)));
    }

    @Test
    void coloursAreThoseOfTheStandardsColourSpace() {
        assertEquals(0xFFFFFF, StructureColour.ofCieLab(65535, 32896, 32896));
        assertEquals(0x000000, StructureColour.ofCieLab(0, 32896, 32896));
        // L* 53.585 is the middle grey 128 of sRGB.
        assertEquals(0x808080, StructureColour.ofCieLab((int) Math.round(53.585 * 655.35), 32896, 32896));
    }

    @Test
    void aSegmentationOfARealProgramIsRead() throws IOException {
        Path file = Path.of(System.getProperty("farfield.shared.data", "../../../shared/data"))
                .resolve("sr-seg-rt-ecg/liver_1frame.dcm");
        Assumptions.assumeTrue(Files.exists(file), "the shared test data is not here");
        StructureSet set = SegmentationReading.read(Part10.read(file));
        assertEquals("Liver", set.structures().getFirst().label());
        assertTrue(set.structures().getFirst().volumeMm3() > 0);
    }

    private static int at(Volume labels, PatientPoint point) {
        return labels.geometry()
                .voxelAt(point)
                .map(voxel -> labels.sample(voxel.column(), voxel.row(), voxel.slice()))
                .orElse(0);
    }

    private static DataSet circle(double x, double y, double z, double radius) {
        int corners = 360;
        double[] xyz = new double[3 * corners];
        for (int i = 0; i < corners; i++) {
            xyz[3 * i] = x + radius * Math.cos(2 * Math.PI * i / corners);
            xyz[3 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / corners);
            xyz[3 * i + 2] = z;
        }
        return new DataSet()
                .set(StructureTag.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
                .set(StructureTag.CONTOUR_DATA, xyz);
    }

    private static DicomFile structureSet(List<DataSet> contours) {
        return DicomFile.of(
                new DataSet()
                        .set(Tag.SOP_CLASS_UID, StructureSet.RT_STRUCTURE_SET)
                        .set(Tag.SOP_INSTANCE_UID, "1.2.3.9")
                        .setSequence(
                                StructureTag.STRUCTURE_SET_ROI_SEQUENCE,
                                new DataSet()
                                        .set(StructureTag.ROI_NUMBER, 17)
                                        .set(StructureTag.ROI_NAME, "tube")
                                        .set(StructureTag.REFERENCED_FRAME_OF_REFERENCE_UID, "1.2.3"))
                        .setSequence(
                                StructureTag.ROI_CONTOUR_SEQUENCE,
                                new DataSet()
                                        .set(StructureTag.REFERENCED_ROI_NUMBER, 17)
                                        .set(StructureTag.ROI_DISPLAY_COLOR, 255, 128, 0)
                                        .setSequence(StructureTag.CONTOUR_SEQUENCE, contours.toArray(DataSet[]::new))),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** Segment 1: columns 0 to 5, rows 0 to 3 of planes 0 and 2; segment 2: columns 2, 3 of row 2 of plane 0. */
    private static DicomFile segmentation() {
        int columns = 8;
        int rows = 8;
        byte[] bits = new byte[3 * columns * rows / 8];
        for (int row = 0; row < 4; row++) {
            bits[row] = 0b0011_1111;
            bits[8 + row] = 0b0011_1111;
        }
        bits[16 + 2] = 0b0000_1100;
        return DicomFile.of(
                new DataSet()
                        .set(Tag.SOP_CLASS_UID, StructureSet.SEGMENTATION)
                        .set(Tag.SOP_INSTANCE_UID, "1.2.3.8")
                        .set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3")
                        .set(Tag.ROWS, rows)
                        .set(Tag.COLUMNS, columns)
                        .set(Tag.SAMPLES_PER_PIXEL, 1)
                        .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .set(Tag.BITS_ALLOCATED, 1)
                        .set(Tag.BITS_STORED, 1)
                        .set(Tag.HIGH_BIT, 0)
                        .set(Tag.PIXEL_REPRESENTATION, 0)
                        .set(Tag.NUMBER_OF_FRAMES, 3)
                        .set(StructureTag.SEGMENTATION_TYPE, "BINARY")
                        .setSequence(
                                StructureTag.SEGMENT_SEQUENCE,
                                new DataSet().set(StructureTag.SEGMENT_NUMBER, 1),
                                new DataSet().set(StructureTag.SEGMENT_NUMBER, 2))
                        .setSequence(
                                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                                new DataSet()
                                        .setSequence(
                                                Tag.of("PlaneOrientationSequence"),
                                                new DataSet().set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0, 0, 0, 1, 0))
                                        .setSequence(
                                                StructureTag.PIXEL_MEASURES_SEQUENCE,
                                                new DataSet()
                                                        .set(StructureTag.SPACING_BETWEEN_SLICES, 3.0)
                                                        .set(Tag.PIXEL_SPACING, 2.0, 0.5)))
                        .setSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame(1, 30), frame(1, 36), frame(2, 30))
                        .setBytes(Tag.PIXEL_DATA, Vr.OB, bits),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static DataSet frame(int segment, double z) {
        return new DataSet()
                .setSequence(
                        StructureTag.SEGMENT_IDENTIFICATION_SEQUENCE,
                        new DataSet().set(StructureTag.REFERENCED_SEGMENT_NUMBER, segment))
                .setSequence(
                        Tag.of("PlanePositionSequence"), new DataSet().set(Tag.IMAGE_POSITION_PATIENT, 10.0, 20.0, z));
    }
}
