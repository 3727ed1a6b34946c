package org.farfield.remote.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.Uids;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.protocol.ManualSessionClock;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.phantom.Loft;
import org.farfield.remote.twin.phantom.Part;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.remote.twin.xray.Tissue;

/** A twin with a bottle of water on its table and a clock that the test moves. */
final class Rig implements AutoCloseable, AcquisitionListener {
    static final Phantom BOTTLE =
            new Phantom("bottle", List.of(new Part(Loft.cylinder(0, 0, 40, -200, 200), Tissue.WATER)), List.of());

    final ManualSessionClock clock = new ManualSessionClock(1_700_000_000_000L);
    final CtTwin twin;
    final List<byte[]> slices = new ArrayList<>();
    final List<Long> captured = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private volatile CountDownLatch ended = new CountDownLatch(1);

    Rig(double pace) {
        this(new TwinConfig(1, pace, 1, new Bottle()));
    }

    Rig(TwinConfig config) {
        twin = new CtTwin(config, clock, false);
    }

    record Bottle() implements Subject {
        @Override
        public String meaning() {
            return BOTTLE.name();
        }

        @Override
        public String bodyPart() {
            return "CHEST";
        }

        @Override
        public double ageYears() {
            return 60;
        }

        @Override
        public Phantom make(long seed) {
            return BOTTLE;
        }
    }

    /** Nine slices in nine seconds of beam. */
    static ScanPlan slowPlan() {
        return ScanPlan.helical(20, 0)
                .with(PlanField.SLICE_THICKNESS_MM, 2.5)
                .with(PlanField.INTERVAL_MM, 2.5)
                .with(PlanField.COLLIMATION_MM, 5)
                .with(PlanField.PITCH, 0.5)
                .with(PlanField.ROTATION_SECONDS, 1)
                .with(PlanField.BREATH_HOLD_DELAY_SECONDS, 2);
    }

    /** Forgets what was heard: another run comes. */
    void begin() {
        synchronized (heard) {
            heard.clear();
        }
        ended = new CountDownLatch(1);
    }

    PortAnswer load(ScanPlan plan) {
        return twin.load(plan, Uids.create());
    }

    /** Loads and arms, and exposes two seconds later. */
    void expose(ScanPlan plan) {
        if (load(plan) instanceof PortAnswer.Refused refused) {
            throw new AssertionError(refused.reason());
        }
        twin.arm();
        pass(2, true);
        twin.expose(this);
    }

    /** Lets seconds pass in steps of 50 ms, with the hold reported each time. */
    void pass(double seconds, boolean held) {
        for (int k = 0; k < Math.round(seconds * 20); k++) {
            clock.advanceMillis(50);
            if (held) {
                twin.hold(true);
            }
            twin.tick();
        }
    }

    /** Lets the clock run until the run has ended; answers with everything heard, in order. */
    List<String> toTheEnd() throws InterruptedException {
        for (int k = 0; k < 2000 && !ended.await(20, TimeUnit.MILLISECONDS); k++) {
            pass(0.1, true);
        }
        return heard();
    }

    List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    private void hear(String word) {
        synchronized (heard) {
            heard.add(word);
        }
    }

    @Override
    public void beamOn() {
        hear("on");
    }

    @Override
    public void beamOff() {
        hear("off");
    }

    @Override
    public void slice(int index, byte[] part10, long captureMillis) {
        slices.add(part10);
        captured.add(captureMillis);
        hear("slice " + index);
    }

    @Override
    public void done() {
        hear("done");
        ended.countDown();
    }

    @Override
    public void failed(String reason) {
        hear("failed: " + reason);
        ended.countDown();
    }

    @Override
    public void close() {
        twin.close();
    }
}
