package org.farfield.remote.twin;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.SessionClock;
import org.jspecify.annotations.Nullable;

/**
 * Table, tube and dead-man: what phase the scanner is in and where its table stands. Moves on at each {@link #tick}.
 * Table and beam need a hold that is pressed and fresh, until the beam is on; from then on the run ends by itself or by
 * {@link #stop}. Own lock; any thread.
 */
final class Machinery {
    private static final long HOLD_FRESH_NANOS = 300_000_000L;
    private static final long SHOW_NANOS = 50_000_000L;
    private static final double FOR_EVER_SECONDS = 1e6;
    private static final double CLEARED_AFTER_SECONDS = 5;
    private static final double RESTART_SECONDS = 6;

    private final double pace;
    private final SessionClock clock;
    private final Executor voice;
    private final Consumer<ScanRun> beginImaging;
    private final Object lock = new Object();
    private final AnodeHeat heat = new AnodeHeat();
    private final Mishaps mishaps;
    private final Interlocks interlocks;

    private ScannerPhase phase = ScannerPhase.READY;
    private String detail = "";
    private double tableMm;
    private double rotorSeconds;
    private double restartSeconds;
    private String notice = "";
    private boolean pressed;
    private long lastTick;
    private long lastHold;
    private long lastShown;
    private @Nullable ScanRun run;
    private @Nullable ScanRun imaging;
    private @Nullable Double target;
    private volatile ScannerState state;
    private volatile Runnable changed = () -> {};

    /**
     * @param tableMm where the table stands
     * @param voice calls listeners, in order, off the lock
     * @param beginImaging told when the beam of a run goes on; it answers with {@link #imagingEnded}
     */
    Machinery(
            double pace,
            double tableMm,
            SessionClock clock,
            Executor voice,
            Consumer<ScanRun> beginImaging,
            Mishaps mishaps,
            Interlocks interlocks) {
        this.pace = pace;
        this.tableMm = tableMm;
        this.mishaps = mishaps;
        this.interlocks = interlocks;
        this.clock = clock;
        this.voice = voice;
        this.beginImaging = beginImaging;
        this.lastTick = clock.nanos();
        this.state = new ScannerState(phase, tableMm, 0, interlocks.names(), 0, detail, ScannerFacts.SCANNER_ID);
    }

    ScannerState state() {
        return state;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Why no plan can be taken over now, if so. */
    Optional<String> busy(ScanPlan plan) {
        synchronized (lock) {
            if (run != null || target != null) {
                return Optional.of("the scanner is moving or exposing");
            }
            if (imaging != null) {
                return Optional.of("the last series is still being reconstructed");
            }
            if (!interlocks.names().isEmpty()) {
                return Optional.of("interlock open: " + String.join(", ", interlocks.names()));
            }
            double kilowatts = plan.kilovolts() * plan.tubeCurrentMa() / 1000;
            return heat.percentAfter(kilowatts * plan.scanSeconds()) > 100
                    ? Optional.of("the anode is too hot for this plan; let it cool")
                    : Optional.empty();
        }
    }

    /** Throws while the scanner's software is down. */
    void answering() {
        synchronized (lock) {
            if (restartSeconds > 0) {
                throw new IllegalStateException("its software has crashed and is starting again");
            }
        }
    }

    /** What goes on beside the phases, until it says an empty text. */
    void notice(String text) {
        synchronized (lock) {
            notice = text;
            show(phase, detail);
        }
    }

    /** Idle, with this to say. */
    void ready(String saying) {
        synchronized (lock) {
            rotorSeconds = 0;
            show(ScannerPhase.READY, saying);
        }
    }

    /** Starts the rotor. */
    void prepare() {
        synchronized (lock) {
            if (run != null || target != null || imaging != null) {
                throw new IllegalStateException("the scanner is busy");
            }
            show(ScannerPhase.PREPARING, "rotor starting");
        }
    }

    /** Begins a run; the gateway has just checked the hold. */
    void begin(PlannedSeries series, AcquisitionListener listener) {
        synchronized (lock) {
            if (run != null || phase != ScannerPhase.PREPARING) {
                throw new IllegalStateException("nothing is armed to expose");
            }
            run = new ScanRun(series, listener, tableMm, Math.max(0, ScannerFacts.ROTOR_SECONDS - rotorSeconds));
            held();
            show(ScannerPhase.PREPARING, "table to start");
        }
    }

    void moveTable(double targetMm) {
        synchronized (lock) {
            if (run != null || phase == ScannerPhase.PREPARING) {
                throw new IllegalStateException("the table belongs to the armed plan");
            }
            if (!interlocks.againstMotion().isEmpty()) {
                throw new IllegalStateException("interlock open: " + String.join(", ", interlocks.againstMotion()));
            }
            target = Math.clamp(targetMm, ScannerFacts.LOWEST_MM, ScannerFacts.HIGHEST_MM);
            held();
            show(ScannerPhase.MOVING, "");
        }
    }

    private void held() {
        pressed = true;
        lastHold = clock.nanos();
    }

    void hold(boolean isPressed) {
        synchronized (lock) {
            pressed = isPressed;
            lastHold = clock.nanos();
        }
    }

    void stop(String reason) {
        synchronized (lock) {
            target = null;
            ScanRun running = run;
            if (running != null) {
                tick();
            }
            if (run != null) {
                end(run, "stopped: " + reason, ScannerPhase.STOPPED);
            } else if (phase != ScannerPhase.RECONSTRUCTING) {
                show(ScannerPhase.STOPPED, reason);
            }
        }
    }

    /** Lets table, tube and clocks catch up with the time. */
    void tick() {
        synchronized (lock) {
            long now = clock.nanos();
            double seconds = (now - lastTick) / 1e9;
            lastTick = now;
            heat.cool(seconds);
            double passed = Double.isInfinite(pace) ? FOR_EVER_SECONDS : seconds * pace;
            boolean held = pressed && now - lastHold <= HOLD_FRESH_NANOS;
            interlocks.pass(passed, heat.percent());
            if (imaging != null) {
                imaging.tick();
            }
            ScanRun running = run;
            if (restartSeconds > 0) {
                restart(passed);
            } else if (running != null) {
                advance(running, passed, held);
            } else if (target != null) {
                moveOn(target, passed, held);
            } else if (phase == ScannerPhase.PREPARING) {
                rotorSeconds += passed;
                show(phase, rotorSeconds < ScannerFacts.ROTOR_SECONDS ? "rotor starting" : "ready to expose");
            } else {
                show(phase, detail);
            }
        }
    }

    private void restart(double seconds) {
        restartSeconds -= seconds;
        if (restartSeconds <= 0) {
            restartSeconds = 0;
            show(ScannerPhase.READY, "started again after a crash");
        }
    }

    private void moveOn(double goal, double seconds, boolean held) {
        double way = goal - tableMm;
        double step = Math.min(Math.abs(way), seconds * ScannerFacts.TABLE_MM_PER_SECOND);
        if (held && mishaps.strikes(Fault.TABLE_STUCK)) {
            target = null;
            interlocks.open(Interlocks.TABLE, CLEARED_AFTER_SECONDS);
            show(ScannerPhase.READY, "the table does not follow its motor");
            return;
        }
        tableMm += held ? Math.signum(way) * step : 0;
        if (!held || step >= Math.abs(way)) {
            target = null;
            show(ScannerPhase.READY, held ? "" : "table stopped: the hold was let go");
        } else {
            show(ScannerPhase.MOVING, "");
        }
    }

    private void advance(ScanRun running, double seconds, boolean held) {
        Course course = running.course();
        if (!running.beamSeen() && !held) {
            end(running, "the hold was let go before the beam", ScannerPhase.READY);
            return;
        }
        double before = course.beamSeconds();
        course.advance(seconds);
        tableMm = course.tableMm();
        Course.Stage stage = course.stage();
        Optional<String> broken = broken(running, stage, course.beamSeconds());
        if (broken.isPresent() && !running.beamSeen()) {
            end(running, broken.get(), restartSeconds > 0 ? ScannerPhase.OFFLINE : ScannerPhase.STOPPED);
            return;
        }
        if (stage == Course.Stage.BEAM || stage == Course.Stage.OVER) {
            if (running.seeBeam()) {
                imaging = running;
                voice.execute(running.listener()::beamOn);
                beginImaging.accept(running);
            }
            ScanPlan plan = running.series().plan();
            heat.add((course.beamSeconds() - before) * plan.kilovolts() * plan.tubeCurrentMa() / 1000);
            running.measured(course.beamSeconds());
        }
        if (broken.isPresent()) {
            end(running, broken.get(), restartSeconds > 0 ? ScannerPhase.OFFLINE : ScannerPhase.STOPPED);
        } else if (stage == Course.Stage.OVER) {
            end(running, null, ScannerPhase.RECONSTRUCTING);
        } else {
            show(
                    stage == Course.Stage.BEAM ? ScannerPhase.EXPOSING : ScannerPhase.PREPARING,
                    stage.saying(course.secondsLeft()));
        }
    }

    /** What of the faults to come strikes now. */
    private Optional<String> broken(ScanRun running, Course.Stage stage, double beamSeconds) {
        boolean half = beamSeconds >= running.series().plan().scanSeconds() / 2;
        boolean moving = stage == Course.Stage.TABLE || beamSeconds > 0;
        boolean near = stage == Course.Stage.BREATH || beamSeconds > 0;
        if (half && mishaps.strikes(Fault.TUBE_ARC)) {
            return Optional.of("the tube arced, the generator switched off");
        }
        if (moving && mishaps.strikes(Fault.TABLE_STUCK)) {
            interlocks.open(Interlocks.TABLE, CLEARED_AFTER_SECONDS);
            return Optional.of("the table does not follow its motor");
        }
        if (near && mishaps.strikes(Fault.DOOR_OPEN)) {
            interlocks.open(Interlocks.DOOR, CLEARED_AFTER_SECONDS);
            return Optional.of("the door of the room was opened");
        }
        if (half && mishaps.strikes(Fault.CRASH)) {
            restartSeconds = RESTART_SECONDS;
            return Optional.of("the scanner's software crashed");
        }
        return Optional.empty();
    }

    private void end(ScanRun running, @Nullable String stopReason, ScannerPhase next) {
        run = null;
        pressed = false;
        running.end(stopReason);
        if (running.beamSeen()) {
            voice.execute(running.listener()::beamOff);
        } else if (stopReason != null) {
            voice.execute(() -> running.listener().failed(stopReason));
        }
        show(next, stopReason == null ? "" : stopReason);
    }

    /** All slices of the run that can be made are made; {@code problem} says what broke, if anything did. */
    void imagingEnded(ScanRun ended, @Nullable String problem) {
        synchronized (lock) {
            imaging = null;
            String reason = problem != null ? problem : ended.stopReason();
            if (phase == ScannerPhase.RECONSTRUCTING || problem != null) {
                show(problem == null ? ScannerPhase.READY : ScannerPhase.STOPPED, problem == null ? "" : problem);
            }
            voice.execute(() -> {
                if (reason == null) {
                    ended.listener().done();
                } else {
                    ended.listener().failed(reason);
                }
            });
        }
    }

    /** Shows a change at once; a table that only moves is shown every 50 ms. */
    private void show(ScannerPhase nextPhase, String saying) {
        boolean news = phase != nextPhase || !detail.equals(saying);
        phase = nextPhase;
        detail = saying;
        long now = clock.nanos();
        if (news || now - lastShown >= SHOW_NANOS) {
            lastShown = now;
            String words = notice.isEmpty() ? detail : notice + (detail.isEmpty() ? "" : "; " + detail);
            ScannerState next = new ScannerState(
                    phase,
                    Math.rint(tableMm * 10) / 10,
                    0,
                    interlocks.names(),
                    Math.rint(heat.percent() * 10) / 10,
                    words,
                    ScannerFacts.SCANNER_ID);
            if (!next.equals(state)) {
                state = next;
                voice.execute(changed);
            }
        }
    }
}
