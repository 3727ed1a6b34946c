package org.farfield.remote.twin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.phantom.Phantoms;
import org.farfield.remote.twin.phantom.Subject;

/**
 * How a scanner twin behaves.
 *
 * @param seed seeds the quantum noise: the same seed and the same plans give the same voxels
 * @param pace how fast time runs for the scanner: 1 is realistic, 2 twice as fast; {@link #AS_FAST_AS_IT_CAN} waits for
 *     nothing
 * @param threads threads that reconstruct; the voxels do not depend on it
 * @param subject who lies on the table
 * @param loadKg what lies on the table weighs
 * @param tableMm where the table stands at first, as patient z in mm
 * @param faults what will go wrong
 * @param protocols the plans that the scanner starts from, the first of a kind is that kind's default; none = its own
 *     for the subject
 * @param archive where the scanner keeps its images and dose reports as files, if it does
 * @param order who lies on the table and what for, as scheduled; none = a made-up patient
 * @param log hears of every run of the beam
 */
public record TwinConfig(
        long seed,
        double pace,
        int threads,
        Subject subject,
        double loadKg,
        double tableMm,
        Set<Fault> faults,
        List<ScanPlan> protocols,
        Optional<Path> archive,
        Optional<Order> order,
        ScanLog log) {
    public static final double AS_FAST_AS_IT_CAN = Double.POSITIVE_INFINITY;

    private static final double USUAL_LOAD_KG = 75;

    public TwinConfig {
        if (!(pace > 0)) {
            throw new IllegalArgumentException("pace must be above 0, was " + pace);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a twin needs a thread to reconstruct, got " + threads);
        }
        faults = Set.copyOf(faults);
        protocols = List.copyOf(protocols);
    }

    /** A twin in order, with this subject on the table. */
    public TwinConfig(long seed, double pace, int threads, Subject subject) {
        this(
                seed,
                pace,
                threads,
                subject,
                USUAL_LOAD_KG,
                0,
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                ScanLog.NONE);
    }

    /** An adult chest on the table. */
    public TwinConfig(long seed, double pace, int threads) {
        this(seed, pace, threads, Phantoms.THORAX);
    }

    /** Realistic pace on two threads. */
    public static TwinConfig demo(long seed) {
        return new TwinConfig(seed, 1, 2);
    }

    /** The same with these faults to come. */
    public TwinConfig withFaults(Set<Fault> others) {
        return new TwinConfig(seed, pace, threads, subject, loadKg, tableMm, others, protocols, archive, order, log);
    }

    /** The same with this weight on the table. */
    public TwinConfig withLoadKg(double other) {
        return new TwinConfig(seed, pace, threads, subject, other, tableMm, faults, protocols, archive, order, log);
    }

    /** The same with these protocols. */
    public TwinConfig withProtocols(List<ScanPlan> others) {
        return new TwinConfig(seed, pace, threads, subject, loadKg, tableMm, faults, others, archive, order, log);
    }

    /** The same with the table where its first localizer begins, as a patient is lined up before a scan. */
    public TwinConfig linedUp() {
        double start = plans().stream()
                .filter(plan -> plan.kind() == PlanKind.LOCALIZER)
                .findFirst()
                .map(ScanPlan::startMm)
                .orElse(tableMm);
        return new TwinConfig(seed, pace, threads, subject, loadKg, start, faults, protocols, archive, order, log);
    }

    /** The plans that the scanner starts from. */
    List<ScanPlan> plans() {
        return protocols.isEmpty() ? Protocols.shipped().plans(subject) : protocols;
    }

    /** The same with an archive. */
    public TwinConfig withArchive(Path folder) {
        return new TwinConfig(
                seed, pace, threads, subject, loadKg, tableMm, faults, protocols, Optional.of(folder), order, log);
    }

    /** The same with what was ordered. */
    public TwinConfig withOrder(Order ordered) {
        return new TwinConfig(
                seed, pace, threads, subject, loadKg, tableMm, faults, protocols, archive, Optional.of(ordered), log);
    }

    /** The same with somebody who hears of every run. */
    public TwinConfig withLog(ScanLog hearing) {
        return new TwinConfig(
                seed, pace, threads, subject, loadKg, tableMm, faults, protocols, archive, order, hearing);
    }
}
