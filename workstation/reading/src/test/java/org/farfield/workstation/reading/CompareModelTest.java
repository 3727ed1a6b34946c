package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.farfield.dicom.Uids;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.workstation.reading.compare.CompareModel;
import org.farfield.workstation.reading.compare.CompareModel.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two studies of one patient, 8 and 20 slices of 2 mm, and one of somebody else. */
class CompareModelTest {
    @TempDir
    Path folder;

    private final ReadingDesk desk = new ReadingDesk();
    private final CompareModel compare = desk.compare();

    @BeforeEach
    void openThem() throws Exception {
        new MadeUpCt(Uids.create(), "7", "MR").write(folder.resolve("a"), 8);
        new MadeUpCt(Uids.create(), "7", "MR").write(folder.resolve("b"), 20);
        new MadeUpCt(Uids.create(), "8", "MR").write(folder.resolve("c"), 5);
        desk.opening.open(List.of(folder));
        desk.until("the list", () -> !desk.load.busy().get() && desk.list.rows().size() == 7);
        desk.series.show(row(8));
        desk.until("the series", () -> desk.shown().displaySet().volume().complete());
    }

    private StudyRow.OfSeries row(int images) {
        return desk.list.rows().stream()
                .filter(StudyRow.OfSeries.class::isInstance)
                .map(StudyRow.OfSeries.class::cast)
                .filter(row -> row.images() == images)
                .findFirst()
                .orElseThrow();
    }

    private MprModel prior() {
        return compare.prior().mpr().get().orElseThrow();
    }

    @Test
    void onlyThePatientsOwnStudiesAreOffered() {
        assertEquals(List.of(row(20)), compare.candidates());
        desk.series.show(row(5));
        assertEquals(List.of(), compare.candidates());
    }

    @Test
    void bothGoTogetherFromMiddleToMiddle() {
        compare.showNext();
        assertEquals(Link.OFFSET, compare.link().get());
        // the middles lie at 7 and 19 mm; axial slices are counted from the head
        desk.shown().goTo(Plane.AXIAL, 2);
        assertEquals(10, desk.shown().state().crosshair().z(), 1e-9);
        assertEquals(22, prior().state().crosshair().z(), 1e-9);
        prior().goTo(Plane.AXIAL, 9);
        assertEquals(20, prior().state().crosshair().z(), 1e-9);
        assertEquals(8, desk.shown().state().crosshair().z(), 1e-9);
    }

    @Test
    void whatTheReaderSaysIsTheSamePlaceIs() {
        compare.showNext();
        compare.toggleLink();
        desk.shown().goTo(Plane.AXIAL, 1);
        prior().goTo(Plane.AXIAL, 12);
        compare.alignHere();
        assertEquals(Link.OFFSET, compare.link().get());
        desk.shown().goTo(Plane.AXIAL, 3);
        assertEquals(10, prior().state().crosshair().z(), 1e-9);
    }

    @Test
    void unlinkedEachStaysWhereItIs() {
        compare.showNext();
        double before = prior().state().crosshair().z();
        compare.toggleLink();
        desk.shown().goTo(Plane.AXIAL, 0);
        assertEquals(before, prior().state().crosshair().z(), 1e-9);
        compare.toggleLink();
        assertEquals(26, prior().state().crosshair().z(), 1e-9);
    }

    @Test
    void windowSlabAndScaleAreTheSame() {
        compare.setViewport(400, 300);
        compare.showNext();
        desk.shown().setWindow(new Window(5, 9));
        desk.shown().setSlab(new Slab(5, Projection.MEAN));
        desk.shown().setZoom(Plane.CORONAL, 2, desk.shown().state().crosshair());
        assertEquals(new Window(5, 9), prior().state().window());
        assertEquals(5, prior().state().slab().thicknessMm());
        assertEquals(
                desk.shown().geometry(Plane.CORONAL, 400, 300).mmPerPixel(),
                prior().geometry(Plane.CORONAL, 400, 300).mmPerPixel(),
                1e-12);
    }

    @Test
    void anotherSeriesOnTheLeftEndsNothingAndClosingDoes() {
        compare.showNext();
        desk.series.show(row(20));
        assertEquals(Link.FRAME, compare.link().get(), "a series beside itself has its own frame of reference");
        compare.close();
        assertFalse(compare.comparing().get());
        assertEquals(List.of(), List.copyOf(compare.prior().mpr().get().stream().toList()));
    }
}
