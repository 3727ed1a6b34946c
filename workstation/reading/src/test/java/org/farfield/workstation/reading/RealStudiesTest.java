package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.volume.GeometryNote;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real patients' CT: opened, complete, upright and to scale. */
class RealStudiesTest {
    private static final int SIZE = 200;

    private final ReadingDesk desk = new ReadingDesk();

    private MprModel open(String name) throws InterruptedException {
        Path folder = Path.of(System.getProperty("farfield.shared.data", "absent"), name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no test data at " + folder);
        desk.opening.open(List.of(folder));
        desk.until(
                "all slices",
                () -> !desk.load.busy().get() && desk.reading.mpr().get().isPresent());
        assertTrue(desk.shown().displaySet().volume().complete());
        return desk.shown();
    }

    @Test
    void theThoraxStandsUprightWithTheLiverAtTheLowerLeftOfTheCoronalPicture() throws Exception {
        MprModel mpr = open("ct-thorax-cmb-crc-100");
        mpr.setWindow(new Window(-400, 1200));
        int[] coronal = draw(mpr.request(Plane.CORONAL, SIZE, SIZE));
        ViewportGeometry view = mpr.geometry(Plane.CORONAL, SIZE, SIZE);
        PatientBox box = mpr.displaySet().volume().geometry().bounds();
        // In mm from the patient's right edge and from the top: the right lung, and the dome of the liver below it.
        double rightLung = mean(coronal, view, box, 112, 132, 80, 110);
        double belowIt = mean(coronal, view, box, 132, 152, 238, 247);
        assertTrue(rightLung < 100, "air in the right lung: " + rightLung);
        assertTrue(belowIt > 180, "the liver below it: " + belowIt);
    }

    @Test
    void theTiltedUnevenHeadSaysSo() throws Exception {
        MprModel mpr = open("ct-tilt-uneven-ge-28");
        List<GeometryNote> notes = mpr.displaySet().volume().notes();
        assertEquals(2, notes.size());
        assertEquals(18.5, ((GeometryNote.Tilted) notes.get(0)).degrees(), 0.1);
        assertEquals(7.0, ((GeometryNote.ResampledUneven) notes.get(1)).maxSpacingMm(), 0.05);
    }

    private static int[] draw(ReformatRequest request) {
        int[] argb = new int[request.pixels()];
        try (CpuEngine engine = new CpuEngine(1)) {
            engine.render(request, argb);
        }
        return argb;
    }

    private static double mean(
            int[] argb, ViewportGeometry view, PatientBox box, int left, int right, int top, int bottom) {
        double sum = 0;
        int count = 0;
        for (int across = left; across < right; across += 2) {
            for (int below = top; below < bottom; below += 2) {
                ViewPoint at = view.toView(
                        new PatientPoint(box.low().x() + across, 0, box.high().z() - below));
                sum += argb[((int) at.y()) * SIZE + ((int) at.x())] & 0xff;
                count++;
            }
        }
        return sum / count;
    }
}
