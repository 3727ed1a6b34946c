package org.farfield.workstation.reading;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.farfield.dicom.picture.Picture;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.workstation.study.ImageReel;

/**
 * A run of single images: which one is seen, how, and its picture as soon as it is decoded. The newest wish wins; the
 * next images are decoded ahead. FX thread, decoding on a thread of its own.
 */
public final class FramesModel implements AutoCloseable {
    private static final long KEPT_PIXELS = 48L << 20;
    private static final int AHEAD = 6;
    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 40;

    private final ImageReel reel;
    private final SeriesLabel label;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<FramesState> state =
            new ReadOnlyObjectWrapper<>(this, "state", FramesState.START);
    private final ReadOnlyObjectWrapper<Optional<FramePicture>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> fault =
            new ReadOnlyObjectWrapper<>(this, "fault", Optional.empty());
    private volatile FramesState wanted = FramesState.START;
    private final AtomicBoolean working = new AtomicBoolean();
    private final Map<Integer, FramePicture> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptPixels;
    private volatile boolean closed;

    /** @param ui runs what must be on the FX thread */
    public FramesModel(ImageReel reel, SeriesLabel label, Executor ui) {
        this.reel = reel;
        this.label = label;
        this.ui = ui;
        work();
    }

    public SeriesLabel label() {
        return label;
    }

    /** How many images there are. */
    public int count() {
        return reel.count();
    }

    /** Images a second as the files ask for; empty where they do not. */
    public OptionalDouble rate() {
        return reel.rate();
    }

    public ReadOnlyObjectProperty<FramesState> state() {
        return state.getReadOnlyProperty();
    }

    /** The picture decoded last; that of the state before until the newest is there. */
    public ReadOnlyObjectProperty<Optional<FramePicture>> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Why the image that is wanted cannot be shown. */
    public ReadOnlyObjectProperty<Optional<String>> fault() {
        return fault.getReadOnlyProperty();
    }

    /** Whether what is wanted is there, or cannot be had. */
    public boolean settled() {
        return fault.get().isPresent()
                || picture.get().filter(p -> p.state().samePicture(state.get())).isPresent();
    }

    /** Shows an image, counted from 0; the first or last where there is no such. */
    public void goTo(int index) {
        set(state.get().withIndex(Math.clamp(index, 0, count() - 1)));
    }

    public void scroll(int by) {
        goTo(state.get().index() + by);
    }

    public void setWindow(Window window) {
        set(state.get().withWindow(Optional.of(window)));
    }

    public void toggleInverted() {
        set(state.get().withInverted(!state.get().inverted()));
    }

    /** Places the picture: 1 fits it, the pan in its own pixels. */
    public void setView(double zoom, double panRight, double panDown) {
        set(state.get().withView(Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM), panRight, panDown));
    }

    /** Fitted, in the image's own window; the image stays. */
    public void reset() {
        set(FramesState.START.withIndex(state.get().index()));
    }

    /** The window that is seen now, for a drag to begin with; empty for colour and while nothing is decoded. */
    public Optional<Window> window() {
        Optional<Window> chosen = state.get().window();
        boolean grey = picture.get().filter(p -> !p.picture().colour()).isPresent();
        if (!grey || chosen.isPresent()) {
            return grey ? chosen : Optional.empty();
        }
        try {
            return Optional.of(reel.window(state.get().index()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void set(FramesState next) {
        if (!next.samePicture(state.get())) {
            fault.set(Optional.empty());
        }
        state.set(next);
        wanted = next;
        work();
    }

    private void work() {
        if (!closed && working.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("farfield-frames").start(this::decode);
        }
    }

    private void decode() {
        FramesState done = FramesState.START.withIndex(-1);
        FramesState next = wanted;
        while (!closed && !next.samePicture(done)) {
            deliver(next);
            done = next;
            next = wanted;
            if (next.samePicture(done) && plain(done)) {
                ahead(done);
                next = wanted;
            }
        }
        working.set(false);
        if (!wanted.samePicture(done)) {
            work();
        }
    }

    private static boolean plain(FramesState state) {
        return state.window().isEmpty() && !state.inverted();
    }

    private void deliver(FramesState of) {
        try {
            FramePicture made = plain(of) ? plainPicture(of.index()) : made(of);
            ui.execute(() -> {
                fault.set(Optional.empty());
                picture.set(Optional.of(made));
            });
        } catch (IOException | RuntimeException e) {
            String cause = String.valueOf(e.getMessage());
            ui.execute(() -> {
                if (state.get().samePicture(of)) {
                    picture.set(Optional.empty());
                    fault.set(Optional.of(cause));
                }
            });
        }
    }

    /** The images that come next, as long as nobody wants another. */
    private void ahead(FramesState from) {
        for (int i = 1; i <= AHEAD && wanted.samePicture(from) && !closed; i++) {
            try {
                plainPicture((from.index() + i) % count());
            } catch (IOException | RuntimeException e) {
                return;
            }
        }
    }

    private FramePicture plainPicture(int index) throws IOException {
        FramePicture there = kept.get(index);
        if (there == null) {
            there = made(FramesState.START.withIndex(index));
            kept.put(index, there);
            keptPixels += there.picture().argb().length;
            while (keptPixels > KEPT_PIXELS && kept.size() > 1) {
                int oldest = kept.keySet().iterator().next();
                keptPixels -= java.util.Objects.requireNonNull(kept.remove(oldest))
                        .picture()
                        .argb()
                        .length;
            }
        }
        return there;
    }

    private FramePicture made(FramesState of) throws IOException {
        Picture made = reel.picture(of.index(), of.window());
        if (of.inverted()) {
            int[] argb = made.argb();
            for (int i = 0; i < argb.length; i++) {
                argb[i] ^= 0x00FFFFFF;
            }
        }
        return new FramePicture(of, made, reel.pixelAspect(of.index()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
