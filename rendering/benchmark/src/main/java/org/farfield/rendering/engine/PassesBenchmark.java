package org.farfield.rendering.engine;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each arithmetic loop of the samplers: nanoseconds a sample. A loop over 1 is not vectorised any more. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FixedPoint.CHUNK)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PassesBenchmark {

    private static final int N = FixedPoint.CHUNK;
    private static final int BITS = 21;

    private final FixedLine line =
            new FixedLine(new FixedPoint(BITS), new VoxelLine(10, 20, 30, 0.43, 0.13, -0.11), 0, N, 0, 1);
    private final int[] upper = pairs(1);
    private final int[] lower = pairs(2);
    private final int[] at = new int[N];
    private final float[] fx = fractions(3);
    private final float[] fy = fractions(4);
    private final float[] near = fractions(5);
    private final float[] far = fractions(6);
    private final float[][] weights = {fractions(7), fractions(8), fractions(9), fractions(10)};
    private final float[] out = new float[N];
    private final int[] argb = new int[N];
    private final GreyScale.Straight grey = new GreyScale.Straight(0.6f, 20);

    private static int[] pairs(int seed) {
        return new SplittableRandom(seed).ints(N).toArray();
    }

    private static float[] fractions(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] fractions = new float[N];
        for (int i = 0; i < N; i++) {
            fractions[i] = (float) random.nextDouble();
        }
        return fractions;
    }

    @Benchmark
    public int[] index() {
        Passes.index(line, 512, 512 * 512, at, N);
        return at;
    }

    @Benchmark
    public float[] fraction() {
        Passes.fraction(line.x, line.dx, BITS, out, N);
        return out;
    }

    @Benchmark
    public float[] bilinear() {
        Passes.bilinear(upper, lower, fx, fy, out, N);
        return out;
    }

    @Benchmark
    public float[] mix() {
        Passes.mix(near, far, fx, out, N);
        return out;
    }

    @Benchmark
    public float[] cubicRow() {
        Passes.weighedRow(upper, lower, weights, out, N);
        return out;
    }

    @Benchmark
    public int[] greyScale() {
        grey.argb(near, N, argb, 0);
        return argb;
    }
}
