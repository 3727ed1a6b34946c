package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.Transcoder;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Stacking;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplaySetsTest {
    @TempDir
    Path folder;

    @Test
    void slicesOnAnEvenGridAreOneVolumeInMillimetres() throws Exception {
        List<DisplaySet> sets = sets(new SyntheticCt(), 5);
        assertEquals(1, sets.size());
        VolumeGeometry g = even(sets.getFirst()).geometry();
        assertEquals(List.of(6, 4, 5), List.of(g.columns(), g.rows(), g.slices()));
        assertEquals(new PatientPoint(-10, -20, 100), g.toPatient(0, 0, 0));
        PatientPoint last = g.toPatient(5, 3, 4);
        assertEquals(0, last.distanceTo(new PatientPoint(-10 + 5 * 0.5, -20 + 3 * 0.8, 108)), 1e-9);
    }

    @Test
    void imagesThatNoDecoderReadsNameTheirTransferSyntax() throws Exception {
        for (int k = 0; k < 3; k++) {
            DicomFile plain = Part10.read(new SyntheticCt().part10(k));
            byte[] coded = Part10.toBytes(Transcoder.to(TransferSyntax.JPEG_LS_LOSSLESS, plain));
            String text = new String(coded, StandardCharsets.ISO_8859_1);
            // JPIP Referenced: there are no pixels in the file at all
            String jpip = text.replace("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.94");
            Files.write(folder.resolve(k + ".dcm"), jpip.getBytes(StandardCharsets.ISO_8859_1));
        }
        ScanResult result = FolderScan.forThisMachine().scan(List.of(folder), FolderScanListener.none());
        DisplaySet set =
                DisplaySets.of(result.studies().getFirst().series().getFirst()).getFirst();
        assertFalse(set.canLoad());
        assertFalse(set.canShowImages());
        assertTrue(set.stacking().toString().contains("1.2.840.10008.1.2.4.94"));
    }

    @Test
    void aLocalizerStandsApart() throws Exception {
        SyntheticCt ct = new SyntheticCt().slice(0, d -> {
            d.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER");
            d.set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 0.0, -1.0);
        });
        List<DisplaySet> sets = sets(ct, 5);
        assertEquals(
                List.of(4, 1), sets.stream().map(set -> set.frames().size()).toList());
        assertEquals(List.of(1, 2), sets.stream().map(DisplaySet::part).toList());
        assertTrue(sets.stream().allMatch(DisplaySet::canLoad));
    }

    @Test
    void oneTurnedSliceAmongManyStandsApartAndTheRestIsShown() throws Exception {
        List<DisplaySet> sets = sets(new SyntheticCt().slice(9, DisplaySetsTest::turn), 10);
        assertEquals(
                List.of(9, 1), sets.stream().map(set -> set.frames().size()).toList());
        assertTrue(sets.getFirst().canLoad());
    }

    @Test
    void halfOfThemTurnedALittleIsRefusedAndSaysByHowMuch() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        ct.slice(0, DisplaySetsTest::turn).slice(1, DisplaySetsTest::turn);
        List<DisplaySet> sets = sets(ct, 4);
        assertEquals(1, sets.size());
        assertFalse(sets.getFirst().canLoad());
        Stacking.Refused refused = refused(sets.getFirst());
        assertEquals(Stacking.Reason.MIXED_ORIENTATION, refused.reason());
        assertTrue(refused.message().contains("10.00 degrees"), refused.message());
    }

    @Test
    void axialAndCoronalImagesInOneSeriesAreTwoStacks() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        for (int k = 0; k < 3; k++) {
            double y = 2 * k;
            ct.slice(
                    k,
                    d -> d.set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
                            .set(Tag.IMAGE_POSITION_PATIENT, 0.0, y, 0.0));
        }
        List<DisplaySet> sets = sets(ct, 6);
        assertEquals(
                List.of(3, 3), sets.stream().map(set -> set.frames().size()).toList());
        assertTrue(sets.stream().allMatch(DisplaySet::canLoad));
    }

    @Test
    void twoSlicesInOnePlaceAreRefusedAndNamed() throws Exception {
        SyntheticCt ct = new SyntheticCt().slice(2, d -> d.set(Tag.IMAGE_POSITION_PATIENT, -10.0, -20.0, 102.0));
        Stacking.Refused refused = refused(sets(ct, 4).getFirst());
        assertEquals(Stacking.Reason.DUPLICATE_POSITION, refused.reason());
        assertTrue(refused.message().endsWith("(see 003.dcm, 002.dcm)"), refused.message());
    }

    @Test
    void acquisitionsOfTheSamePlacesAreAStackEach() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        for (int k = 0; k < 6; k++) {
            double z = 100 + 2 * (k % 3);
            int acquisition = 1 + k / 3;
            ct.slice(
                    k,
                    d -> d.set(Tag.IMAGE_POSITION_PATIENT, -10.0, -20.0, z).set(Tag.ACQUISITION_NUMBER, acquisition));
        }
        List<DisplaySet> sets = sets(ct, 6);
        assertEquals(
                List.of(3, 3), sets.stream().map(set -> set.frames().size()).toList());
        assertTrue(sets.stream().allMatch(DisplaySet::canLoad));
    }

    @Test
    void aSliceWithAnImpossibleOrientationIsNamedAndTheOthersAreShown() throws Exception {
        SyntheticCt ct =
                new SyntheticCt().slice(4, d -> d.set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0));
        Series series = ct.scanned(folder, 5);
        assertEquals(Problem.Kind.GEOMETRY, series.problems().getFirst().kind());
        assertEquals(
                "001.dcm", series.problems().getFirst().file().getFileName().toString());
        List<DisplaySet> sets = DisplaySets.of(series);
        assertEquals(4, even(sets.getFirst()).geometry().slices());
        assertFalse(sets.getLast().canLoad());
    }

    @Test
    void aMissingSliceMakesTheStackUnevenAndNeverSilentlyWrong() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        Series series = ct.scanned(folder, 7);
        List<Instance> without3 =
                series.instances().stream().filter(i -> i.number() != 4).toList();
        Series gap = new Series(series.uid(), "CT", 1, "", "", "", "", without3, List.of());
        Stacking.Uneven uneven = assertInstanceOf(
                Stacking.Uneven.class, DisplaySets.of(gap).getFirst().stacking());
        assertEquals(7, uneven.geometry().slices());
        assertEquals(4, uneven.maxSpacingMm(), 1e-6);
    }

    private static void turn(DataSet d) {
        double c = Math.cos(Math.toRadians(10));
        double s = Math.sin(Math.toRadians(10));
        d.set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, c, s);
    }

    private List<DisplaySet> sets(SyntheticCt ct, int n) throws Exception {
        return DisplaySets.of(ct.scanned(folder, n));
    }

    private static Stacking.Even even(DisplaySet set) {
        return assertInstanceOf(Stacking.Even.class, set.stacking());
    }

    private static Stacking.Refused refused(DisplaySet set) {
        return assertInstanceOf(Stacking.Refused.class, set.stacking());
    }
}
