package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SliceAttributes;
import org.farfield.remote.gateway.DoseRules;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.farfield.remote.twin.CtTwin;
import org.farfield.remote.twin.TwinConfig;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VoxelIndex;
import org.farfield.workstation.app.Appearance;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.live.LiveProgress;
import org.farfield.workstation.study.LiveVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product's main job with the mouse and the keyboard, in two real windows over real sockets: control is asked for
 * and granted, the patient confirmed, a localizer taken, the range drawn on it, a scan proposed, accepted, armed and
 * held; one scan runs to its end, one is stopped. What is asserted are the voxels that lie in the store.
 */
@Timeout(600)
@SuppressWarnings("NullAway.Init") // the fields are set before each test, on the FX thread
class RemoteScanTest {

    private static final double PACE = 3;

    @TempDir
    Path folder;

    private final HeldClock scannerTime = new HeldClock();
    private final RecordingScanner scanner = new RecordingScanner(new CtTwin(new TwinConfig(7, PACE, 2), scannerTime));
    private Demo demo;
    private RenderLoop loop;
    private WorkstationWindow window;
    private WindowExtension.Attached attached;
    private Stage stage;
    private Hands remote;
    private Hands local;

    @BeforeEach
    void openBothWindows() throws Exception {
        Fx.start();
        demo = new Demo(
                new StateFolder(folder),
                new Demo.Room(() -> scanner, DoseRules.shipped()),
                TransportPreference.AUTO,
                Optional.empty(),
                Optional.empty(),
                System.err);
        loop = new RenderLoop(new CpuEngine(2));
        stage = Fx.on(() -> {
            Texts texts = new Texts(new SimpleObjectProperty<>(Language.ENGLISH), WorkstationWindow.class, "messages");
            window = new WorkstationWindow(loop, texts, new Appearance());
            attached = demo.attach(window);
            Stage made = new Stage();
            made.setX(0);
            made.setY(0);
            window.showOn(made, 1400, 920);
            demo.places().station().stage().setX(20);
            demo.places().station().stage().setY(20);
            return made;
        });
        remote = new Hands(stage);
        local = new Hands(demo.places().station().stage());
    }

    @AfterEach
    void closeEverything() throws Exception {
        if (stage != null) {
            Fx.run(() -> {
                attached.close();
                stage.hide();
            });
            loop.close();
        }
        demo.close();
    }

    @Test
    void aScanIsPreparedFromAfarReleasedAtTheScannerSeenLiveStoppedAndCompleted() throws Exception {
        takeControl();
        talk();
        takeLocalizer();
        ScanPlan drawn = drawRange();
        release(drawn);
        complete(drawn);
        stopAnotherOneMidway();
    }

    private void takeControl() throws Exception {
        remote.click("#request");
        local.click("#grant");
        var patient = awaitState("a patient", now -> !now.patient().patientId().isEmpty())
                .patient();
        local.type("#patient-id", patient.patientId());
        local.type("#birth-date", patient.birthDate());
        awaitState("the identity", now -> now.patient().identityConfirmed());
        Fx.await("control", () -> demo.places().console().heard().get().holdsLease());
    }

    /** A line typed at the scanner is read at the console, through gateway and relay; a key of it stays a letter. */
    private void talk() throws Exception {
        local.click("#chat-heading");
        local.type("#chat-text", "clear");
        Fx.await("the unread line", () -> demo.places().talk().chat().unread().get() == 1);
        Fx.run(() -> window.commands().run(window.commands().get("live.chat")));
        remote.type("#chat-text", "ok");
        Fx.await(
                "both lines in order",
                () -> demo.places().talk().chat().lines().stream()
                        .map(ChatLine::text)
                        .toList()
                        .equals(List.of("clear", "ok")));
        assertEquals(0, Fx.on(() -> demo.places().talk().chat().unread().get()));
        local.click("#chat-heading");
        remote.click("#chat-heading");
    }

    private void takeLocalizer() throws Exception {
        release(state().plan());
        awaitState("the localizer to be done", now -> now.planState() == PlanState.DONE);
        Fx.await(
                "the localizer's picture",
                () -> demo.places().series().localizer().get().isPresent());
        Fx.await("the localizer to be whole", () -> !progress().isLive());
        assertStored(progress().seriesUid(), 1);
    }

    /** Types the start, then drags the end line on the localizer to 40 mm below it. */
    private ScanPlan drawRange() throws Exception {
        remote.click("#new-helical");
        awaitState("a helical plan", now -> now.plan().kind() == PlanKind.HELICAL);
        remote.type("#input-start", "20");
        remote.type("#input-ma", "250");
        awaitState(
                "the typed plan",
                now -> now.plan().startMm() == 20 && now.plan().tubeCurrentMa() == 250);
        ScanPlan before = state().plan();
        remote.drag("#localizer", onLocalizer(before.endMm()), onLocalizer(-20));
        SessionState after = awaitState("the drawn end", now -> now.plan().endMm() != before.endMm());
        assertEquals(-20, after.plan().endMm(), 2, "the end follows the mouse to a pixel of the localizer");
        assertEquals(20, after.plan().startMm(), "the other line stays");
        return after.plan();
    }

    private Point2D onLocalizer(double alongMm) throws Exception {
        return Fx.on(() -> demo.places().dock().pane().onLocalizer(60, alongMm).orElseThrow());
    }

    /** Propose, accept, arm, hold until the beam is on. */
    private void release(ScanPlan plan) throws Exception {
        remote.click("#propose");
        awaitState("the proposal", now -> now.planState() == PlanState.PROPOSED);
        local.click("#accept");
        awaitState("the acceptance", now -> now.acceptedSha256().equals(Optional.of(plan.sha256())));
        local.click("#arm");
        awaitState("arming", now -> now.planState() == PlanState.ARMED);
        local.press("#hold");
        awaitState(
                "the beam",
                now -> now.scanner().phase() == ScannerPhase.EXPOSING
                        || now.scanner().phase() == ScannerPhase.RECONSTRUCTING
                        || now.planState() == PlanState.DONE);
        local.release();
    }

    private void complete(ScanPlan plan) throws Exception {
        Fx.await("the first live slice", () -> acquisition().arrived() > 0);
        Volume growing = window.reading().mpr().get().orElseThrow().displaySet().volume();
        assertEquals(plan.plannedSlices(), growing.geometry().slices(), "the whole range is laid out at once");
        Fx.await("the last slice", () -> !acquisition().isLive());
        LiveProgress end = acquisition();
        assertEquals(Optional.of(SeriesOutcome.COMPLETE), end.outcome());
        assertEquals(plan.plannedSlices(), end.arrived());
        assertEquals(0, end.refused());
        assertStored(end.seriesUid(), plan.plannedSlices());
        assertEquals(-1000, mean(growing, new PatientPoint(0, -180, 0)), 15, "air in front of the chest");
        assertEquals(50, mean(growing, new PatientPoint(24, 42, 0)), 25, "blood in the descending aorta");
        assertEquals(-860, mean(growing, new PatientPoint(-90, 0, 0)), 90, "the right lung");
        openFromTheStore(plan, growing);
    }

    /** The stored series opens from the list of studies like any other, with the same voxels. */
    private void openFromTheStore(ScanPlan plan, Volume live) throws Exception {
        String images = plan.plannedSlices() + " images";
        Fx.await("the series in the list", () -> row(images).isPresent());
        remote.click(row(images).orElseThrow());
        Fx.await(
                "the stored series",
                () -> window.reading().mpr().get().orElseThrow().displaySet().volume() != live);
        Volume stored = window.reading().mpr().get().orElseThrow().displaySet().volume();
        Fx.await("the stored series whole", stored::complete);
        PatientPoint aorta = new PatientPoint(24, 42, 0);
        assertEquals(mean(live, aorta), mean(stored, aorta), 1e-6);
    }

    private Optional<Node> row(String text) {
        return remote.node("#study-list").lookupAll(".list-cell").stream()
                .filter(cell -> cell.lookupAll(".label").stream()
                        .anyMatch(label -> label instanceof javafx.scene.control.Labeled said
                                && said.getText().startsWith(text)))
                .findFirst();
    }

    /**
     * The scanner's time stands when a third of the range is measured, so that the stop comes midway on any machine.
     */
    private void stopAnotherOneMidway() throws Exception {
        remote.click("#new-helical");
        awaitState("a new plan", now -> now.planState() == PlanState.DRAFT);
        remote.choose("#input-rotation", 2);
        remote.type("#input-pitch", "0.5");
        remote.type("#input-interval", "10");
        ScanPlan plan = awaitState(
                        "a slow plan",
                        now -> now.plan().pitch() == 0.5
                                && now.plan().rotationSeconds() == 1
                                && now.plan().intervalMm() == 10)
                .plan();
        long third = (long) (plan.scanSeconds() / PACE / 3 * 1e9);
        scanner.between(() -> scannerTime.standAfter(third), scannerTime::goOn);
        release(plan);
        Fx.await(
                "two slices of the new scan",
                () -> acquisition().planned() == plan.plannedSlices()
                        && acquisition().arrived() >= 2);
        remote.click("#stop");
        awaitState("the stop", now -> now.planState() == PlanState.STOPPED);
        Fx.await("the end of the series", () -> !acquisition().isLive());
        LiveProgress end = acquisition();
        assertEquals(Optional.of(SeriesOutcome.STOPPED), end.outcome());
        assertTrue(end.arrived() >= 2 && end.arrived() < plan.plannedSlices(), "a part: " + end.arrived());
        assertStored(end.seriesUid(), end.arrived());
        Volume part = window.reading().mpr().get().orElseThrow().displaySet().volume();
        assertEquals(end.arrived(), part.arrived());
        assertEquals(-1000, mean(part, part.geometry().toPatient(256, 10, 0)), 15, "air, in the part that is there");
    }

    /** Every slice that the scanner made lies in the store, voxel for voxel, and nothing else of its series. */
    private void assertStored(String seriesUid, int slices) throws Exception {
        Map<Integer, byte[]> emitted = scanner.emitted(seriesUid);
        assertEquals(slices, emitted.size(), "slices that the scanner made");
        TreeSet<String> made = new TreeSet<>();
        emitted.values().forEach(hash -> made.add(HexFormat.of().formatHex(hash)));
        TreeSet<String> stored = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                addIfOf(seriesUid, file, stored);
            }
        }
        assertEquals(made, stored, "hashes of the voxels");
    }

    private static void addIfOf(String seriesUid, Path file, Set<String> stored) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        DicomFile dicom = Part10.read(bytes.clone());
        if (SliceAttributes.of(dicom.dataSet()).seriesUid().equals(seriesUid)) {
            stored.add(HexFormat.of().formatHex(LiveVolume.sha256(RecordingScanner.voxels(bytes))));
        }
    }

    /** Mean of 9 x 9 voxels about a point, HU. */
    private static double mean(Volume volume, PatientPoint at) {
        VoxelIndex centre = volume.geometry().voxelAt(at).orElseThrow();
        double sum = 0;
        for (int row = -4; row <= 4; row++) {
            for (int column = -4; column <= 4; column++) {
                sum += volume.value(centre.column() + column, centre.row() + row, centre.slice());
            }
        }
        return sum / 81;
    }

    private LiveProgress progress() {
        return demo.places().series().progress().get().orElseThrow();
    }

    /** Of the newest series that is more than a localizer. */
    private LiveProgress acquisition() {
        return demo.places().series().acquisition().get().orElseThrow().progress();
    }

    private SessionState state() throws Exception {
        return awaitState("a state", now -> true);
    }

    private interface Condition {
        boolean holds(SessionState state);
    }

    private SessionState awaitState(String what, Condition condition) throws Exception {
        Fx.await(
                what,
                () -> demo.places()
                                .console()
                                .heard()
                                .get()
                                .state()
                                .map(condition::holds)
                                .orElse(false)
                        && demo.places()
                                .local()
                                .heard()
                                .get()
                                .state()
                                .map(condition::holds)
                                .orElse(false));
        return Fx.on(() -> demo.places().console().heard().get().newest().orElseThrow());
    }
}
