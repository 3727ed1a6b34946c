package org.farfield.rendering.engine;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An oblique line through a volume of 256x256x256 voxels, 0.5 voxel from sample to sample: nanoseconds a sample. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SamplerBenchmark.SAMPLES)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:CompileCommand=dontinline,org.farfield.rendering.engine.Passes::*",
            "-XX:CompileCommand=dontinline,org.farfield.rendering.engine.LinearSampler::fetch",
            "-XX:CompileCommand=dontinline,org.farfield.rendering.engine.CubicSampler::fetch"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SamplerBenchmark {

    static final int SAMPLES = 400;
    private static final int EDGE = 256;

    /** The kernel. */
    @Param
    public Interpolation interpolation = Interpolation.LINEAR;

    private final float[] out = new float[SAMPLES];
    private LineSampler sampler = (line, run, values) -> true;
    private double shift;

    /** Noise, so that nothing is predictable. */
    @Setup
    public void fill() {
        VolumeGeometry g = new VolumeGeometry(
                EDGE,
                EDGE,
                EDGE,
                PatientPoint.ORIGIN,
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                PatientVector.HEAD,
                FrameOfReference.UNSTATED);
        Volume volume = new Volume(g, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "HU");
        for (int k = 0; k < EDGE; k++) {
            SplittableRandom random = new SplittableRandom(k);
            short[] voxels = new short[EDGE * EDGE];
            for (int i = 0; i < voxels.length; i++) {
                voxels[i] = (short) random.nextInt(-1000, 2000);
            }
            volume.put(k, voxels);
        }
        sampler = LineSampler.of(interpolation, new VoxelSource(volume));
    }

    @Benchmark
    public float[] line() {
        shift = (shift + 0.37) % 60;
        VoxelLine line = new VoxelLine(20, 30 + shift, 210 - shift, 0.43, 0.22, -0.13);
        sampler.sample(line, SampleRun.all(SAMPLES), out);
        return out;
    }
}
