package org.farfield.workstation.reading.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.MprState;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.PlaneView;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.SeriesModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.study.SeriesLoader;

/**
 * A second series of the same patient beside the one that is read, going with it: place, planes, scale, window and slab
 * of either are those of the other, as far as {@link Link} knows which place is which. FX thread; loading and
 * registration hand over through {@code ui}.
 */
public final class CompareModel {
    /** How the places of the two belong together. */
    public enum Link {
        /** Each goes its own way. */
        OFF,
        /** One frame of reference (PS3.3 C.7.4.1): the same coordinates are the same place. */
        FRAME,
        /** The reader said which places belong together; until then, middle on middle. */
        OFFSET,
        /** The two were registered. */
        REGISTERED
    }

    private final ReadingModel current;
    private final ReadingModel prior = new ReadingModel();
    private final StudyListModel list;
    private final LoadModel load = new LoadModel();
    private final SeriesModel series;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Optional<StudyRow.OfSeries>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper(this, "comparing");
    private final ObjectProperty<Link> link = new SimpleObjectProperty<>(this, "link", Link.OFF);
    private final ReadOnlyBooleanWrapper registering = new ReadOnlyBooleanWrapper(this, "registering");
    private final BooleanProperty unlike = new SimpleBooleanProperty(this, "unlike");
    private RigidTransform transform = RigidTransform.IDENTITY;
    private Link linked = Link.OFF;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private Subscription states = Subscription.EMPTY;
    private boolean following;
    private double width = 1;
    private double height = 1;

    /**
     * Compares nothing yet.
     *
     * @param ui runs what must be on the FX thread
     */
    public CompareModel(ReadingModel current, StudyListModel list, SeriesLoader loader, Executor ui) {
        this.current = current;
        this.list = list;
        this.ui = ui;
        this.series = new SeriesModel(prior, load, new StudyListModel(), loader, ui);
        prior.tool().bindBidirectional(current.tool());
        prior.crosshairShown().bindBidirectional(current.crosshairShown());
        prior.speedShown().bindBidirectional(current.speedShown());
        prior.maximised().bindBidirectional(current.maximised());
        prior.active().bindBidirectional(current.active());
        prior.probe().subscribe(current.probe()::set);
        comparing.bind(shown.map(Optional::isPresent));
        current.mpr().subscribe(now -> {
            if (comparing.get()) {
                restart();
            }
        });
        load.busy().subscribe(busy -> {
            if (!busy) {
                registerByItself();
            }
        });
        link.subscribe(now -> {
            if (now != Link.OFF && comparing.get()) {
                followPrior(false);
            }
        });
    }

    /** What the second series is seen with. */
    public ReadingModel prior() {
        return prior;
    }

    /** How far the second series is loaded, and what went wrong. */
    public LoadModel load() {
        return load;
    }

    /** The row of the second series. */
    public ReadOnlyObjectProperty<Optional<StudyRow.OfSeries>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether there is a second series. */
    public ReadOnlyBooleanProperty comparing() {
        return comparing.getReadOnlyProperty();
    }

    /** How the two go together now. */
    public ReadOnlyObjectProperty<Link> link() {
        return link;
    }

    /** Whether a registration is under way. */
    public ReadOnlyBooleanProperty registering() {
        return registering.getReadOnlyProperty();
    }

    /** Whether the last registration found too little in common. */
    public ReadOnlyBooleanProperty unlike() {
        return unlike;
    }

    /** What the shown series can be compared with, the likeliest first. */
    public List<StudyRow.OfSeries> candidates() {
        return list.shownRow().map(row -> Priors.of(row, list.rows())).orElse(List.of());
    }

    /** How large a viewport is, in pixels: both sides are drawn at the same scale. */
    public void setViewport(double nowWidth, double nowHeight) {
        width = Math.max(1, nowWidth);
        height = Math.max(1, nowHeight);
        if (comparing.get() && link.get() != Link.OFF) {
            followPrior(false);
        }
    }

    /** Shows the likeliest prior, or the next one after that which is shown. */
    public void showNext() {
        List<StudyRow.OfSeries> all = candidates();
        if (!all.isEmpty()) {
            int now = shown.get().map(all::indexOf).orElse(-1);
            show(all.get((now + 1) % all.size()));
        }
    }

    /** Shows a series beside the one that is read. */
    public void show(StudyRow.OfSeries row) {
        stopRegistering();
        series.show(row);
        if (prior.mpr().get().isPresent()) {
            shown.set(Optional.of(row));
            restart();
        }
    }

    /** Gives the room back to the one that is read. */
    public void close() {
        stopRegistering();
        states.unsubscribe();
        states = Subscription.EMPTY;
        series.stop();
        load.end();
        shown.set(Optional.empty());
        prior.clear();
    }

    /** Lets each go its own way, or both together as they last were. */
    public void toggleLink() {
        link.set(link.get() == Link.OFF ? linked : Link.OFF);
    }

    /** What both show now is the same place. */
    public void alignHere() {
        both().ifPresent(pair -> {
            PatientPoint here = pair.here.state().crosshair();
            PatientPoint there = pair.there.state().crosshair();
            setLink(Link.OFFSET, RigidTransform.moved(there.minus(here)));
        });
    }

    /** Finds out by the images how the two belong together. */
    public void register() {
        both().filter(pair -> !registering.get()).ifPresent(pair -> {
            Volume here = pair.here.displaySet().volume();
            Volume there = pair.there.displaySet().volume();
            AtomicBoolean wish = new AtomicBoolean();
            cancelled = wish;
            registering.set(true);
            unlike.set(false);
            Thread.ofPlatform().daemon().name("registration").start(() -> {
                Optional<RigidTransform> found = RigidRegistration.find(here, there, wish::get);
                ui.execute(() -> registered(wish, found));
            });
        });
    }

    private void registered(AtomicBoolean wish, Optional<RigidTransform> found) {
        if (!wish.get()) {
            registering.set(false);
            unlike.set(found.isEmpty());
            found.ifPresent(transformation -> setLink(Link.REGISTERED, transformation));
        }
    }

    private void stopRegistering() {
        cancelled.set(true);
        registering.set(false);
        unlike.set(false);
    }

    /** Different frames of reference say nothing of each other: the images are asked, once both are there. */
    private void registerByItself() {
        boolean whole = both().filter(
                        pair -> ct(pair.here) && ct(pair.there) && linked == Link.OFFSET && link.get() == Link.OFFSET)
                .isPresent();
        if (whole) {
            register();
        }
    }

    private static boolean ct(MprModel mpr) {
        Volume volume = mpr.displaySet().volume();
        return volume.unit().equals("HU") && volume.complete();
    }

    private record Pair(MprModel here, MprModel there) {}

    private Optional<Pair> both() {
        return current.mpr().get().flatMap(here -> prior.mpr().get().map(there -> new Pair(here, there)));
    }

    private void restart() {
        states.unsubscribe();
        states = Subscription.EMPTY;
        stopRegistering();
        both().ifPresentOrElse(this::join, this::close);
    }

    private void join(Pair pair) {
        FrameOfReference frame = pair.here.displaySet().volume().geometry().frameOfReference();
        FrameOfReference other = pair.there.displaySet().volume().geometry().frameOfReference();
        boolean one = !frame.uid().isEmpty() && frame.equals(other);
        RigidTransform start = one
                ? RigidTransform.IDENTITY
                : RigidTransform.moved(pair.there
                        .displaySet()
                        .volume()
                        .geometry()
                        .center()
                        .minus(pair.here.displaySet().volume().geometry().center()));
        setLink(one ? Link.FRAME : Link.OFFSET, start);
        states = pair.here
                .stateProperty()
                .subscribe((MprState now) -> followPrior(true))
                .and(pair.there.stateProperty().subscribe((MprState now) -> followCurrent()));
        if (!load.busy().get()) {
            registerByItself();
        }
    }

    private void setLink(Link now, RigidTransform with) {
        transform = with;
        linked = now;
        link.set(now);
        followPrior(false);
    }

    /** @param onlyLinked whether nothing moves that is not linked */
    private void followPrior(boolean onlyLinked) {
        both().ifPresent(pair -> follow(pair.here, pair.there, transform::apply, onlyLinked));
    }

    private void followCurrent() {
        both().ifPresent(pair -> follow(pair.there, pair.here, transform::unapply, true));
    }

    private void follow(MprModel leader, MprModel follower, UnaryOperator<PatientPoint> place, boolean onlyLinked) {
        if (following) {
            return;
        }
        following = true;
        if (link.get() != Link.OFF || !onlyLinked) {
            follower.look(place.apply(leader.state().crosshair()), views(leader, follower, place));
        }
        if (leader.displaySet()
                .volume()
                .unit()
                .equals(follower.displaySet().volume().unit())) {
            follower.setWindow(leader.state().window());
            follower.setInverted(leader.state().inverted());
        }
        follower.setSlab(leader.state().slab());
        following = false;
    }

    /** The leader's directions, its middle at the same place of the body, at the same scale. */
    private Map<Plane, PlaneView> views(MprModel leader, MprModel follower, UnaryOperator<PatientPoint> place) {
        PatientPoint middle = leader.displaySet().volume().geometry().center();
        PatientPoint otherMiddle = follower.displaySet().volume().geometry().center();
        Map<Plane, PlaneView> views = new EnumMap<>(Plane.class);
        for (Plane plane : Plane.values()) {
            PlaneView view = leader.state().view(plane);
            PatientPoint center = middle.plus(view.right().times(view.panRightMm()))
                    .plus(view.down().times(view.panDownMm()));
            PlaneView own = follower.state().view(plane);
            double scale = leader.geometry(plane, width, height).mmPerPixel();
            double now = follower.geometry(plane, width, height).mmPerPixel();
            views.put(
                    plane,
                    view.zoomed(own.zoom() * now / scale)
                            .panned(
                                    place.apply(center).minus(otherMiddle).dot(view.right()),
                                    place.apply(center).minus(otherMiddle).dot(view.down())));
        }
        return views;
    }
}
