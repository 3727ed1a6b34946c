package org.farfield.remote.twin;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.recon.Crew;
import org.farfield.remote.twin.recon.Exposure;
import org.farfield.remote.twin.recon.LocalizerMaker;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.recon.SliceMaker;
import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.NormalNoise;

/**
 * The scanner's reconstruction computer: makes the instances of a run, each as soon as its data are measured but no
 * faster than the pace allows, and gives them to the listener's thread. Data that were measured before a stop are still
 * reconstructed. Runs on the twin's imaging thread.
 */
final class Imaging {
    private static final int STALL_INDEX = 2;
    private static final double STALL_SECONDS = 8;
    private static final long SKEW_MILLIS = 120_000;

    private final TwinConfig config;
    private final SessionClock clock;
    private final Phantom phantom;
    private final Crew crew;
    private final Executor voice;
    private final Mishaps mishaps;
    private final Consumer<String> notice;
    private final Archive archive;
    private long behindMillis;

    /** @param notice shows a word beside the scanner's phase; an empty one takes it away */
    Imaging(
            TwinConfig config,
            SessionClock clock,
            Phantom phantom,
            Crew crew,
            Executor voice,
            Mishaps mishaps,
            Consumer<String> notice,
            Archive archive) {
        this.config = config;
        this.clock = clock;
        this.phantom = phantom;
        this.crew = crew;
        this.voice = voice;
        this.mishaps = mishaps;
        this.notice = notice;
        this.archive = archive;
    }

    /** Makes everything that the run gives. */
    void make(ScanRun run, InstanceHeader header) throws InterruptedException {
        behindMillis = mishaps.strikes(Fault.CLOCK_SKEW) ? SKEW_MILLIS : 0;
        CtInstances instances = new CtInstances(header);
        if (run.series().localizer()) {
            localizer(run, instances);
        } else {
            slices(run, instances);
        }
    }

    private void slices(ScanRun run, CtInstances instances) throws InterruptedException {
        PlannedSeries series = run.series();
        ScanPlan plan = series.plan();
        Exposure exposure = new Exposure(
                Beam.of(plan.kilovolts()),
                plan.effectiveMas(),
                plan.sliceThicknessMm(),
                plan.pitch() * plan.collimationMm() / 2);
        SliceMaker maker = new SliceMaker(
                phantom,
                exposure,
                Recipe.named(plan.kernel()).orElseThrow(),
                series.field(),
                NormalNoise.key(config.seed(), series.number()),
                crew);
        long between = (long) (1e9 / (ScannerFacts.SLICES_PER_SECOND * config.pace()));
        long due = clock.nanos();
        for (int index = 0; index < plan.plannedSlices(); index++) {
            if (!run.awaitMeasured(series.measuredAfterSeconds(index))) {
                return;
            }
            float[] slice = maker.make(series.sliceZ(index));
            long from = due;
            run.await(() -> clock.nanos() - from >= 0);
            if (index >= STALL_INDEX && mishaps.strikes(Fault.RECON_STALL)) {
                stall(run);
            }
            Instant made = now();
            give(run, index, instances.axial(index, slice, made), made);
            due = Math.max(due + between, clock.nanos());
        }
    }

    private void localizer(ScanRun run, CtInstances instances) throws InterruptedException {
        PlannedSeries series = run.series();
        ScanPlan plan = series.plan();
        double rowSeconds = LocalizerMaker.PIXEL_MM / plan.tableSpeedMmPerSecond();
        LocalizerMaker maker = new LocalizerMaker(
                phantom,
                Beam.of(plan.kilovolts()),
                plan.tubeCurrentMa() * rowSeconds,
                series.lateral(),
                NormalNoise.key(config.seed(), series.number()),
                crew);
        int rows = series.localizerRows();
        float[] picture = new float[rows * LocalizerMaker.COLUMNS];
        boolean down = plan.endMm() < plan.startMm();
        int step = 16;
        for (int from = 0; from < rows; from += step) {
            int to = Math.min(rows, from + step);
            if (!run.awaitMeasured(Math.min(plan.scanSeconds(), to * rowSeconds))) {
                return;
            }
            maker.measure(picture, series.localizerTopMm(), down ? from : rows - to, down ? to : rows - from);
        }
        if (run.awaitMeasured(plan.scanSeconds())) {
            if (mishaps.strikes(Fault.RECON_STALL)) {
                stall(run);
            }
            Instant made = now();
            give(run, 0, instances.localizer(LocalizerMaker.sharpened(picture, rows), made), made);
        }
    }

    private void stall(ScanRun run) throws InterruptedException {
        notice.accept("the reconstruction computer does not answer");
        long until = clock.nanos() + (long) (STALL_SECONDS * 1e9 / config.pace());
        run.await(() -> clock.nanos() - until >= 0);
        notice.accept("");
    }

    /** The scanner's own clock. */
    private Instant now() {
        return clock.instant().minusMillis(behindMillis);
    }

    private void give(ScanRun run, int index, byte[] part10, Instant made) {
        archive.image(run.series().number(), index, part10);
        voice.execute(() -> run.listener().slice(index, part10, made.toEpochMilli()));
        boolean second = index == 1 || run.series().plan().plannedSlices() == 1;
        if (second && mishaps.strikes(Fault.DUPLICATED_IMAGE)) {
            voice.execute(() -> run.listener().slice(index, part10, made.toEpochMilli()));
        }
    }
}
