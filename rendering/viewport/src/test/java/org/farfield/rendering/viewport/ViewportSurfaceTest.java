package org.farfield.rendering.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The surface in a real window of the toolkit's headless platform. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class ViewportSurfaceTest {

    private static final long MILLI = 1_000_000;

    private static final Volume VOLUME = new Volume(
            new VolumeGeometry(
                    2,
                    2,
                    2,
                    PatientPoint.ORIGIN,
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    PatientVector.HEAD,
                    FrameOfReference.UNSTATED),
            VoxelType.INT16,
            ModalityTransform.IDENTITY,
            PixelPadding.NONE,
            "");

    private final ScriptedEngine engine = new ScriptedEngine();
    private final BlockingQueue<FrameShown> frames = new LinkedBlockingQueue<>();
    private RenderLoop loop;
    private ViewportSurface surface;
    private Stage stage;

    @BeforeAll
    static void toolkit() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
    }

    @BeforeEach
    void open() throws Exception {
        loop = new RenderLoop(engine);
        onFx(() -> {
            surface = new ViewportSurface(loop);
            surface.onFrame(frames::add);
            stage = new Stage();
            stage.setScene(new Scene(surface, 200, 120));
            stage.show();
            return true;
        });
    }

    @AfterEach
    void close() throws Exception {
        engine.permits.release(1000);
        onFx(() -> {
            stage.close();
            return true;
        });
        loop.close();
        loop.awaitClosed();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    private static Optional<ReformatRequest> request(SurfaceSize size, double z) {
        return Optional.of(new ReformatRequest(
                VOLUME,
                ImagePlane.axial(new PatientPoint(0, 0, z), 0.5),
                size.width(),
                size.height(),
                Slab.NONE,
                Interpolation.LINEAR,
                new VoiTransform.Window(0, 100),
                false));
    }

    static ReformatRequest anyRequest() {
        return request(new SurfaceSize(4, 4, 1), 0).orElseThrow();
    }

    private static double shownZ(FrameShown frame) {
        return frame.request().toPatient(0, 0).z();
    }

    private FrameShown nextFrame() throws InterruptedException {
        FrameShown frame = frames.poll(30, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame was shown");
        }
        return frame;
    }

    @Test
    void aPictureIsShownPixelForPixel() throws Exception {
        engine.permits.release(1000);
        onFx(() -> {
            surface.show(size -> request(size, 1));
            return true;
        });
        FrameShown shown = nextFrame();
        assertEquals("scripted", shown.engine());
        assertEquals(200, shown.request().width());
        assertEquals(120, shown.request().height());
        WritableImage image = onFx(() -> surface.snapshot(null, null));
        for (int y = 0; y < 120; y += 7) {
            for (int x = 0; x < 200; x += 9) {
                assertEquals(0xff000000 | x | y << 8, image.getPixelReader().getArgb(x, y), x + "," + y);
            }
        }
    }

    @Test
    void whileOnePictureIsDrawnOnlyTheNewestRequestWaits() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(1);
        AnimationTimer gesture = new AnimationTimer() {
            @Override
            public void handle(long now) {
                surface.refresh();
            }
        };
        onFx(() -> {
            surface.show(size -> {
                int number = asked.incrementAndGet();
                if (number == 12) {
                    gesture.stop();
                    enough.countDown();
                }
                return request(size, number);
            });
            gesture.start();
            return true;
        });
        enough.await();
        onFx(() -> true);
        engine.permits.release(1000);
        FrameShown last = nextFrame();
        while (shownZ(last) != asked.get()) {
            last = nextFrame();
        }
        assertTrue(engine.drawn.size() <= 3, "drawn " + engine.drawn.size() + " of " + asked);
    }

    @Test
    void aPictureOfTheSourceBeforeIsDropped() throws Exception {
        onFx(() -> {
            surface.show(size -> request(size, 1));
            return true;
        });
        engine.entered.acquire();
        onFx(() -> {
            surface.show(size -> request(size, 2));
            return true;
        });
        engine.permits.release(1000);
        assertEquals(2, shownZ(nextFrame()));
    }

    @Test
    void aResizedSurfaceAsksForItsNewSize() throws Exception {
        engine.permits.release(1000);
        onFx(() -> {
            surface.show(size -> request(size, 1));
            return true;
        });
        nextFrame();
        onFx(() -> {
            surface.resize(150, 90);
            return true;
        });
        assertEquals(150, nextFrame().request().width());
    }

    @Test
    void aPlaceOnTheSurfaceIsAPointOfThePatientAndBack() throws Exception {
        engine.permits.release(1000);
        onFx(() -> {
            surface.show(size -> request(size, 1));
            return true;
        });
        nextFrame();
        PatientPoint p = onFx(() -> surface.patientPointAt(100, 60).orElseThrow());
        assertEquals(0, p.distanceTo(new PatientPoint(0, 0, 1)), 1e-9, "the middle of the surface");
        Point2D at = onFx(() -> surface.locationOf(new PatientPoint(10, -5, 1)).orElseThrow());
        assertEquals(120, at.getX(), 1e-9);
        assertEquals(50, at.getY(), 1e-9);
    }

    @Test
    void clearedSurfaceIsBlackWhateverStillArrives() throws Exception {
        onFx(() -> {
            surface.show(size -> request(size, 1));
            return true;
        });
        engine.entered.acquire();
        onFx(() -> {
            surface.clear();
            return true;
        });
        engine.permits.release(1000);
        onFx(() -> {
            surface.show(size -> request(size, 2));
            return true;
        });
        assertEquals(2, shownZ(nextFrame()));
        WritableImage image = onFx(() -> {
            surface.clear();
            return surface.snapshot(null, null);
        });
        assertEquals(0xff000000, image.getPixelReader().getArgb(50, 50));
    }

    @Test
    void slowEngineFollowsTheHandCoarselyAndDrawsTheWholeWhenItRests() throws Exception {
        AtomicLong clock = new AtomicLong();
        engine.permits.release(1000);
        engine.whileDrawing = () -> clock.addAndGet(60 * MILLI);
        ViewportSurface slow = onFx(() -> {
            ViewportSurface made = new ViewportSurface(loop, clock::get);
            made.onFrame(frames::add);
            stage.setScene(new Scene(made, 200, 120));
            made.show(size -> request(size, 1));
            return made;
        });
        FrameShown whole = nextFrame();
        assertFalse(whole.coarse());
        engine.whileDrawing = () -> clock.addAndGet(20 * MILLI);
        long hand = onFx(() -> {
            slow.show(size -> request(size, 2));
            slow.refreshAfterGesture(clock.get());
            return clock.get();
        });
        FrameShown coarse = nextFrame();
        assertTrue(coarse.coarse());
        assertEquals(2, shownZ(coarse));
        assertEquals(200, coarse.request().width(), "what is shown is the whole picture's request");
        assertEquals(100, engine.drawn.getLast().width());
        assertEquals(60, engine.drawn.getLast().height());
        assertEquals(clock.get() - hand, coarse.gestureNanos().orElseThrow());
        assertEquals(
                200,
                onFx(() -> slow.getChildrenUnmodifiable()
                        .getFirst()
                        .getLayoutBounds()
                        .getWidth()));
        clock.addAndGet(AdaptiveResolution.REST_NANOS - 20 * MILLI);
        FrameShown after = nextFrame();
        assertFalse(after.coarse());
        assertEquals(200, engine.drawn.getLast().width());
        assertTrue(clock.get() - hand < 150 * MILLI, "whole again within 150 ms");
        assertEquals(2, shownZ(after));
        assertTrue(after.gestureNanos().isEmpty());
    }

    @Test
    void coarsePictureCoversTheSamePlace() {
        ReformatRequest whole = request(new SurfaceSize(201, 120, 1), 3).orElseThrow();
        ReformatRequest coarse = whole.coarser().orElseThrow();
        assertEquals(101, coarse.width());
        assertEquals(60, coarse.height());
        PatientPoint corner = whole.toPatient(-0.5, -0.5);
        assertEquals(0, corner.distanceTo(coarse.toPatient(-0.5, -0.5)), 1e-9);
        assertEquals(0, whole.toPatient(200.5, 119.5).distanceTo(coarse.toPatient(100.5, 59.5)), 1e-9);
    }
}
