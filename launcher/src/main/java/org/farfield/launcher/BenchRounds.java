package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.RenderRequest;

/**
 * Times cases on one engine, and a peer beside it where there is one: in rounds that alternate between the two, so that
 * a machine that slows down slows both. The first frames of a case are not counted.
 */
final class BenchRounds {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 12;

    private final RenderEngine engine;
    private final Optional<VtkPeer> peer;
    private final PrintStream out;

    BenchRounds(RenderEngine engine, Optional<VtkPeer> peer, PrintStream out) {
        this.engine = engine;
        this.peer = peer;
        this.out = out;
    }

    /** Runs every case for {@code frames} timed frames; a line each to {@code out}, names with {@code prefix}. */
    void run(List<BenchCase> cases, int frames, String prefix) throws Failed {
        for (BenchCase one : cases) {
            if (engine.draws(one.frame().apply(0))) {
                run(one, frames, prefix);
            }
        }
    }

    private void run(BenchCase one, int frames, String prefix) throws Failed {
        Timings ours = new Timings(prefix + one.name());
        Timings theirs = new Timings("vtk." + one.name());
        draw(one, 0, WARM_UP, new Timings("warm-up"));
        boolean compared = peer.isPresent() && peer.get().knows(one.name());
        int done = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            int until = frames * round / ROUNDS;
            draw(one, done, until - done, ours);
            if (compared && until > done) {
                peer.get().time(one.name(), done, until - done, theirs);
            }
            done = until;
        }
        out.println(ours);
        if (compared) {
            out.println(theirs);
            out.printf(Locale.ROOT, "RATIO\t%s\tours/vtk=%.2f%n", prefix + one.name(), ours.median() / theirs.median());
            new VtkAgreement(engine, peer.get())
                    .of(one)
                    .ifPresent(same -> out.println("SAME\t" + one.name() + "\t" + same));
        }
    }

    private void draw(BenchCase one, int from, int count, Timings timings) {
        int[] argb = new int[0];
        for (int f = from; f < from + count; f++) {
            RenderRequest request = one.frame().apply(f);
            if (argb.length != request.pixels()) {
                argb = new int[request.pixels()];
            }
            long begin = System.nanoTime();
            engine.render(request, argb);
            timings.addNanos(System.nanoTime() - begin);
        }
    }
}
