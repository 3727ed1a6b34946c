package org.farfield.rendering.viewport;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.farfield.rendering.engine.PlanePosition;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.volume.PatientPoint;
import org.jspecify.annotations.Nullable;

/**
 * Shows rendered pictures, sharp to the physical pixel, and knows nothing of what they mean.
 *
 * <p>{@link #show} says where pictures come from; {@link #refresh} says that it changed. Once a pulse at most the
 * source is asked for the newest request, which replaces any that still waits; once a pulse at most a drawn picture is
 * swapped in, and one that is older than the source it came from is dropped. All methods on the FX thread.
 */
public final class ViewportSurface extends Region {

    private static final long NOTHING_AWAITED = Long.MIN_VALUE;

    private final RenderLane lane;
    private final ImageView view = new ImageView();
    private final AtomicReference<@Nullable Frame> arrived = new AtomicReference<>();
    private final List<Consumer<FrameShown>> listeners = new CopyOnWriteArrayList<>();
    private final AnimationTimer pulse;
    private @Nullable FrameImage front;
    private @Nullable FrameImage back;
    private FrameSource source = size -> Optional.empty();
    private @Nullable FrameShown shown;
    private long generation;
    private final AdaptiveResolution resolution = new AdaptiveResolution();
    private final FrameLog log = new FrameLog();
    private final LongSupplier clock;
    private long awaitedNanos = NOTHING_AWAITED;
    private OptionalLong gestureNanos = OptionalLong.empty();
    private boolean dirty;
    private boolean owesWhole;

    /** A surface that draws on {@code loop}'s engine. */
    public ViewportSurface(RenderLoop loop) {
        this(loop, System::nanoTime);
    }

    /** @param clock tells the time in ns, from any zero */
    ViewportSurface(RenderLoop loop, LongSupplier clock) {
        this.clock = clock;
        lane = loop.lane(clock, this::deliver);
        view.setPreserveRatio(false);
        view.setSmooth(false);
        view.setManaged(false);
        view.setMouseTransparent(true);
        getChildren().add(view);
        setStyle("-fx-background-color: black;");
        setMinSize(1, 1);
        pulse = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
            }
        };
        widthProperty().addListener(o -> refresh());
        heightProperty().addListener(o -> refresh());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .addListener(o -> refresh());
    }

    /** From now on shows what {@code newSource} says; pictures of the source before are dropped. */
    public void show(FrameSource newSource) {
        source = newSource;
        generation++;
        refresh();
    }

    /** Shows nothing. */
    public void clear() {
        show(size -> Optional.empty());
        blank();
    }

    private void blank() {
        generation++;
        view.setImage(null);
        shown = null;
    }

    /** The source's answer has changed: a gesture, a slice that came. Cheap; many calls between two pulses are one. */
    public void refresh() {
        dirty = true;
        pulse.start();
    }

    /**
     * The source's answer has changed because a hand did something.
     *
     * @param eventNanos when, as {@link System#nanoTime} tells it; of several before the next pulse the first counts
     */
    public void refreshAfterGesture(long eventNanos) {
        if (gestureNanos.isEmpty()) {
            gestureNanos = OptionalLong.of(eventNanos);
        }
        resolution.gesture(clock.getAsLong());
        refresh();
    }

    /** How fast this surface is. */
    public SurfaceStatistics statistics() {
        return new SurfaceStatistics(
                shown(),
                log.gestureMillis(0.5),
                log.gestureMillis(0.95),
                log.framesASecond(clock.getAsLong()),
                lane.dropped());
    }

    /** Told on the FX thread of every frame that goes on the screen. */
    public void onFrame(Consumer<FrameShown> listener) {
        listeners.add(listener);
    }

    /** What is on the screen now. */
    public Optional<FrameShown> shown() {
        return Optional.ofNullable(shown);
    }

    /** The surface in physical pixels, at least 1x1. */
    public SurfaceSize surfaceSize() {
        double scale = 1;
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window != null && window.getRenderScaleX() > 0) {
            scale = window.getRenderScaleX();
        }
        return new SurfaceSize(edge(getWidth() * scale), edge(getHeight() * scale), scale);
    }

    private static int edge(double pixels) {
        return Math.clamp(Math.round(pixels), 1, RenderRequest.MAX_EDGE);
    }

    /** The patient's point under a place of this surface, in the picture that is on the screen. */
    public Optional<PatientPoint> patientPointAt(double x, double y) {
        double scale = surfaceSize().pixelsPerUnit();
        return shown().map(FrameShown::request).map(r -> r.toPatient(x * scale - 0.5, y * scale - 0.5));
    }

    /**
     * Where on this surface a point of the patient appears (seen along the normal), in the picture that is on the
     * screen.
     */
    public Optional<Point2D> locationOf(PatientPoint point) {
        double scale = surfaceSize().pixelsPerUnit();
        return shown().map(FrameShown::request).map(r -> {
            PlanePosition p = r.toPicture(point);
            return new Point2D((p.px() + 0.5) / scale, (p.py() + 0.5) / scale);
        });
    }

    /** Render thread: leaves the frame for the next pulse; one that nobody saw yet makes room. */
    private void deliver(Frame frame) {
        Frame unseen = arrived.getAndSet(frame);
        if (unseen != null) {
            lane.drop(unseen);
        }
    }

    private void pulse() {
        Frame frame = arrived.getAndSet(null);
        if (frame != null) {
            if (frame.order().requestedNanos() == awaitedNanos) {
                awaitedNanos = NOTHING_AWAITED;
            }
            resolution.drawn(frame.order().coarse(), frame.renderNanos());
            if (frame.order().generation() == generation) {
                swapIn(frame);
            }
            lane.release(frame);
        }
        boolean due = dirty || (owesWhole && !resolution.coarse(clock.getAsLong()));
        if (due && getWidth() > 0 && getHeight() > 0) {
            dirty = false;
            owesWhole = false;
            source.requestFor(surfaceSize()).ifPresentOrElse(this::submit, this::blank);
            gestureNanos = OptionalLong.empty();
        }
        if (!dirty && !owesWhole && awaitedNanos == NOTHING_AWAITED) {
            pulse.stop();
        }
    }

    private void submit(RenderRequest wanted) {
        awaitedNanos = Math.max(clock.getAsLong(), awaitedNanos + 1);
        RenderRequest drawn = wanted;
        if (resolution.coarse(awaitedNanos)) {
            drawn = wanted.coarser().<RenderRequest>map(coarse -> coarse).orElse(wanted);
        }
        owesWhole = !drawn.equals(wanted);
        lane.submit(new RenderOrder(wanted, drawn, generation, awaitedNanos, gestureNanos));
    }

    private void swapIn(Frame frame) {
        RenderOrder order = frame.order();
        RenderRequest drawn = order.drawn();
        FrameImage next = back;
        if (next == null || !next.fits(drawn.width(), drawn.height())) {
            next = new FrameImage(drawn.width(), drawn.height());
        }
        view.setImage(next.show(frame.argb()));
        view.setSmooth(order.coarse());
        back = front;
        front = next;
        double scale = surfaceSize().pixelsPerUnit();
        view.setFitWidth(order.wanted().width() / scale);
        view.setFitHeight(order.wanted().height() / scale);
        long now = clock.getAsLong();
        FrameShown newest = new FrameShown(
                order.wanted(),
                order.coarse(),
                frame.engine(),
                frame.renderNanos(),
                now - order.requestedNanos(),
                order.gestureNanos().stream().map(at -> now - at).findFirst());
        shown = newest;
        log.shown(newest, now);
        for (Consumer<FrameShown> listener : listeners) {
            listener.accept(newest);
        }
    }
}
