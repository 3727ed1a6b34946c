package org.farfield.remote.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.Uids;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.gateway.ScannerDescription;
import org.farfield.remote.gateway.ScannerPort;
import org.farfield.remote.protocol.LimitViolation;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.remote.twin.recon.Crew;
import org.jspecify.annotations.Nullable;

/**
 * A CT scanner that exists as physics and behaviour only, with a made-up patient on its table.
 *
 * <p>It keeps a scanner's own rules: a plan outside its limits, its generator's power or its anode's heat is not taken;
 * the table moves and the beam comes on only while the hold is reported pressed (a report older than 300 ms counts as
 * let go); from beam-on it finishes by itself; {@link #stop} takes beam and table away at once. What was measured
 * before a stop is still reconstructed, so that no quanta that a patient has borne are thrown away; the run then ends
 * with {@code failed}. After a stop the scanner is STOPPED until the next plan is loaded.
 *
 * <p>Threads: one drives the machinery, one (with a crew) reconstructs, one speaks to listeners. All methods may be
 * called from any thread and return within milliseconds.
 */
public final class CtTwin implements ScannerPort {
    private static final long TICK_MILLIS = 10;

    /** What the last slice may take when the scanner is switched off. */
    private static final long END_SECONDS = 5;

    private final SessionClock clock;
    private final ScannerDescription description;
    private final Order order;
    private final ScanLog log;
    private final String frameOfReferenceUid = Uids.create();
    private final Subject subject;
    private final String deviceUid = Uids.create();
    private final String doseSeriesUid = Uids.create();
    /** What the study was given. Imaging thread. */
    private final List<DoseEvent> given = new ArrayList<>();

    private final Archive archive;
    private final Mishaps mishaps;
    private final Instant studyStart;
    private final ExecutorService imagingThread =
            Executors.newSingleThreadExecutor(task -> daemon(task, "twin-imaging"));
    private final ExecutorService voice = Executors.newSingleThreadExecutor(task -> daemon(task, "twin-voice"));
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "twin-machinery"));
    private final Future<?> ticking;
    private final Crew crew;
    private final CompletableFuture<Imaging> imaging;
    private final Machinery machinery;
    private final Object lock = new Object();
    private int seriesCount;
    private @Nullable PlannedSeries loaded;

    /** A twin that lives by this clock; its threads start at once and end with {@link #close}. */
    public CtTwin(TwinConfig config, SessionClock clock) {
        this(config, clock, true);
    }

    /** @param ticking whether the machinery moves by itself; if not, {@link #tick} moves it */
    CtTwin(TwinConfig config, SessionClock clock, boolean ticking) {
        this.clock = clock;
        this.subject = config.subject();
        this.mishaps = new Mishaps(config.faults());
        this.studyStart = clock.instant();
        this.description = ScannerFacts.description(config.plans());
        this.order = config.order().orElseGet(() -> Order.unscheduled(DemoPatient.onTable(subject, studyStart)));
        this.log = config.log();
        this.crew = new Crew(config.threads());
        this.machinery = new Machinery(
                config.pace(),
                config.tableMm(),
                clock,
                this::say,
                this::beginImaging,
                mishaps,
                new Interlocks(config.loadKg()));
        this.archive = new Archive(config.archive(), log::kept, machinery::notice);
        this.imaging = CompletableFuture.supplyAsync(() -> subject.make(config.seed()), imagingThread)
                .thenApply(phantom ->
                        new Imaging(config, clock, phantom, crew, this::say, mishaps, machinery::notice, archive));
        this.ticking = ticking
                ? ticker.scheduleAtFixedRate(machinery::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(null);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Lets the machinery catch up with the clock, for a twin that does not tick by itself. */
    void tick() {
        machinery.tick();
    }

    @Override
    public ScannerDescription describe() {
        return description;
    }

    @Override
    public ScannerState state() {
        return machinery.state();
    }

    @Override
    public PatientContext patient() {
        return order.patient();
    }

    @Override
    public void onChange(Runnable listener) {
        machinery.onChange(listener);
    }

    @Override
    public PortAnswer load(ScanPlan plan, String seriesUid) {
        machinery.answering();
        Optional<String> refusal = refusal(plan);
        if (refusal.isPresent()) {
            return new PortAnswer.Refused(refusal.get());
        }
        synchronized (lock) {
            PlannedSeries series = new PlannedSeries(
                    plan, subject.bodyPart(), seriesUid, ++seriesCount, frameOfReferenceUid, clock.instant());
            loaded = series;
            machinery.ready("plan loaded");
            return new PortAnswer.Loaded(series.layout());
        }
    }

    private Optional<String> refusal(ScanPlan plan) {
        List<LimitViolation> violations = description.limits().check(plan);
        if (!violations.isEmpty()) {
            LimitViolation first = violations.get(0);
            return Optional.of(first.field() + " " + first.value() + ": allowed is " + first.allowed());
        }
        double kilowatts = plan.kilovolts() * plan.tubeCurrentMa() / 1000;
        if (kilowatts > ScannerFacts.GENERATOR_KILOWATTS) {
            return Optional.of("the generator gives " + Math.round(ScannerFacts.GENERATOR_KILOWATTS)
                    + " kW, the plan needs " + Math.round(kilowatts));
        }
        return machinery.busy(plan);
    }

    @Override
    public void arm() {
        machinery.answering();
        synchronized (lock) {
            if (loaded == null) {
                throw new IllegalStateException("nothing is loaded to arm");
            }
            machinery.prepare();
        }
    }

    @Override
    public void disarm() {
        synchronized (lock) {
            if (loaded != null) {
                loaded = null;
                machinery.ready("");
            }
        }
    }

    @Override
    public void expose(AcquisitionListener listener) {
        synchronized (lock) {
            if (loaded == null) {
                throw new IllegalStateException("nothing is loaded to expose");
            }
            machinery.begin(loaded, listener);
            loaded = null;
        }
    }

    @Override
    public void moveTable(double targetMm) {
        machinery.answering();
        machinery.moveTable(targetMm);
    }

    @Override
    public void hold(boolean pressed) {
        machinery.hold(pressed);
    }

    /** Lets this go wrong at the next fitting moment, as the configured faults do. */
    public void strike(Fault fault) {
        mishaps.add(fault);
    }

    @Override
    public void stop(String reason) {
        machinery.stop(reason);
        synchronized (lock) {
            loaded = null;
        }
    }

    private void beginImaging(ScanRun run) {
        Instant beamOn = clock.instant();
        imagingThread.execute(() -> {
            String problem = null;
            Order shown = mishaps.strikes(Fault.SWAPPED_PATIENT) ? order.of(DemoPatient.other(order.patient())) : order;
            Optional<String> step = log.began(order, run.series().number(), beamOn);
            InstanceHeader header =
                    new InstanceHeader(shown, step, subject.bodyPart(), run.series(), studyStart, deviceUid);
            try {
                imaging.join().make(run, header);
                run.awaitMeasured(run.series().plan().scanSeconds());
            } catch (InterruptedException e) {
                problem = "the scanner was switched off";
            } catch (RuntimeException e) {
                problem = "reconstruction broke: " + e;
            }
            DoseEvent event = DoseEvent.of(run.series(), beamOn, run.measuredSeconds());
            given.add(event);
            archive.dose(given.size(), new DoseReport(header, given).bytes(clock.instant(), doseSeriesUid));
            log.ended(
                    event.irradiation(), Optional.ofNullable(problem).or(() -> Optional.ofNullable(run.stopReason())));
            machinery.imagingEnded(run, problem);
        });
    }

    /** Speaks to a listener on the twin's voice; silent once the twin is closed. */
    private void say(Runnable words) {
        try {
            voice.execute(words);
        } catch (RejectedExecutionException ignored) {
            // Nobody listens to a scanner that is switched off.
        }
    }

    @Override
    public void close() {
        stop("switched off");
        ticking.cancel(false);
        ticker.shutdownNow();
        imagingThread.shutdownNow();
        try {
            imagingThread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        crew.close();
        voice.shutdown();
    }
}
