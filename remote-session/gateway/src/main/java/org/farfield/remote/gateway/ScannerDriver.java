package org.farfield.remote.gateway;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.farfield.remote.gateway.live.LiveFeed;
import org.farfield.remote.gateway.live.LiveRun;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.SeriesStart;

/**
 * Carries the core's wishes to the scanner and the scanner's news to the core and the live feed. A call that throws
 * becomes a fault that the core hears of; nothing thrown gets past here. Control thread, except {@link #stopAtOnce}.
 */
final class ScannerDriver {
    /** A call to the scanner. */
    private interface Call {
        void make() throws IOException;
    }

    private final ScannerPort port;
    private final LiveFeed feed;
    private final Consumer<CoreInput> core;
    private final LongSupplier millis;
    private final Consumer<String> problems;
    private volatile boolean stopAsked;

    /**
     * @param millis the session clock, ms since 1970
     * @param problems hears a line for each fault of the scanner; any thread
     */
    ScannerDriver(
            ScannerPort port, LiveFeed feed, Consumer<CoreInput> core, LongSupplier millis, Consumer<String> problems) {
        this.port = port;
        this.feed = feed;
        this.core = core;
        this.millis = millis;
        this.problems = problems;
    }

    /** STOP from any thread, at once. */
    void stopAtOnce(String reason) {
        stopAsked = true;
        call("stop", () -> port.stop(reason));
    }

    void read() {
        call("state", () -> core.accept(new CoreInput.ScannerRead(port.state(), port.patient())));
    }

    void load(CoreEffect.Load load) {
        call(
                "load",
                () -> core.accept(
                        new CoreInput.PlanLoaded(load.seriesUid(), port.load(load.plan(), load.seriesUid()))));
    }

    void arm() {
        call("arm", port::arm);
    }

    void disarm() {
        call("disarm", port::disarm);
    }

    void hold(boolean pressed) {
        call("hold", () -> port.hold(pressed));
    }

    void moveTable(double targetMm) {
        call("move the table", () -> port.moveTable(targetMm));
    }

    void expose(SeriesStart series) {
        stopAsked = false;
        call(
                "expose",
                () -> port.expose(new Run(
                        series.seriesUid(),
                        feed.begin(series),
                        new SliceWatch(port.patient().patientId()))));
    }

    private void call(String what, Call call) {
        try {
            call.make();
        } catch (RuntimeException | IOException e) {
            String text = "the scanner did not " + what + ": " + e.getMessage();
            core.accept(new CoreInput.ScannerFaulted(text));
            problems.accept(text);
        }
    }

    /** One acquisition's news, on the scanner's threads. */
    private final class Run implements AcquisitionListener {
        private final String seriesUid;
        private final LiveRun live;
        private final SliceWatch watch;

        Run(String seriesUid, LiveRun live, SliceWatch watch) {
            this.seriesUid = seriesUid;
            this.live = live;
            this.watch = watch;
        }

        @Override
        public void beamOn() {
            live.announce();
            core.accept(new CoreInput.BeamOn(seriesUid));
        }

        @Override
        public void beamOff() {
            core.accept(new CoreInput.BeamOff(seriesUid));
        }

        @Override
        public void slice(int index, byte[] part10, long captureMillis) {
            Optional<SliceWatch.Finding> finding = watch.look(index, part10, captureMillis, millis.getAsLong());
            finding.map(SliceWatch.Finding::text)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> problems.accept("series " + seriesUid + ": " + text));
            if (finding.map(SliceWatch.Finding::sendOn).orElse(true)) {
                live.slice(index, part10, captureMillis);
                core.accept(new CoreInput.SliceMade(seriesUid));
            }
        }

        @Override
        public void done() {
            if (watch.strangers()) {
                failed("its images carried another patient's ID and were left out");
                return;
            }
            live.end(SeriesOutcome.COMPLETE);
            core.accept(new CoreInput.RunDone(seriesUid));
        }

        @Override
        public void failed(String reason) {
            live.end(stopAsked ? SeriesOutcome.STOPPED : SeriesOutcome.FAILED);
            core.accept(new CoreInput.RunFailed(seriesUid, reason));
            if (!stopAsked) {
                problems.accept("series " + seriesUid + " ended early: " + reason);
            }
        }
    }
}
