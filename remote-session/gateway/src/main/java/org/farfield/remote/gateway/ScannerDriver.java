package org.farfield.remote.gateway;

import java.io.IOException;
import java.util.function.Consumer;
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
    private volatile boolean stopAsked;

    ScannerDriver(ScannerPort port, LiveFeed feed, Consumer<CoreInput> core) {
        this.port = port;
        this.feed = feed;
        this.core = core;
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
        call("expose", () -> port.expose(new Run(series.seriesUid(), feed.begin(series))));
    }

    private void call(String what, Call call) {
        try {
            call.make();
        } catch (RuntimeException | IOException e) {
            core.accept(new CoreInput.ScannerFaulted("the scanner did not " + what + ": " + e.getMessage()));
        }
    }

    /** One acquisition's news, on the scanner's threads. */
    private final class Run implements AcquisitionListener {
        private final String seriesUid;
        private final LiveRun live;

        Run(String seriesUid, LiveRun live) {
            this.seriesUid = seriesUid;
            this.live = live;
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
            live.slice(index, part10, captureMillis);
            core.accept(new CoreInput.SliceMade(seriesUid));
        }

        @Override
        public void done() {
            live.end(SeriesOutcome.COMPLETE);
            core.accept(new CoreInput.RunDone(seriesUid));
        }

        @Override
        public void failed(String reason) {
            live.end(stopAsked ? SeriesOutcome.STOPPED : SeriesOutcome.FAILED);
            core.accept(new CoreInput.RunFailed(seriesUid, reason));
        }
    }
}
