package org.farfield.rendering.gpu;

import org.farfield.rendering.engine.GreyScale;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.SlabSampling;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL12C;
import org.lwjgl.opengl.GL13C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;

/** The shader program that draws a reformat over the whole of the bound target. Context thread only. */
final class ReformatProgram implements AutoCloseable {

    /** Edge of the square texture that holds a grey for each of 65536 stored values. */
    private static final int TABLE_EDGE = 256;

    private final int program;
    private final int emptyVertices;
    private final int table;

    ReformatProgram() {
        program = ShaderSource.link("reformat.vert", "reformat.frag");
        emptyVertices = GL30C.glGenVertexArrays();
        table = GL11C.glGenTextures();
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, table);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_MIN_FILTER, GL11C.GL_NEAREST);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_MAG_FILTER, GL11C.GL_NEAREST);
        GL11C.glTexImage2D(GL11C.GL_TEXTURE_2D, 0, GL30C.GL_R32F, 1, 1, 0, GL11C.GL_RED, GL11C.GL_FLOAT, new float[1]);
        GlPainter.check("compiling shaders");
    }

    void draw(ReformatRequest request, VolumeTexture texture) {
        GL20C.glUseProgram(program);
        bind(0, GL12C.GL_TEXTURE_3D, texture.voxels(), "voxels");
        bind(1, GL11C.GL_TEXTURE_2D, texture.presence(), "present");
        bind(2, GL11C.GL_TEXTURE_2D, table, "greyTable");
        place(request);
        values(request);
        GL30C.glBindVertexArray(emptyVertices);
        GL11C.glDrawArrays(GL11C.GL_TRIANGLES, 0, 3);
    }

    private void bind(int unit, int kind, int texture, String sampler) {
        GL13C.glActiveTexture(GL13C.GL_TEXTURE0 + unit);
        GL11C.glBindTexture(kind, texture);
        GL20C.glUniform1i(location(sampler), unit);
    }

    private void place(ReformatRequest request) {
        VolumeGeometry g = request.volume().geometry();
        ImagePlane plane = request.plane();
        SlabSampling slab = SlabSampling.of(request.slab(), g, plane.normal());
        GL20C.glUniform3i(location("size"), g.columns(), g.rows(), g.slices());
        GL20C.glUniform2f(location("middle"), (request.width() - 1) / 2f, (request.height() - 1) / 2f);
        vector("center", g.toVoxel(plane.center()));
        vector("right", g.toVoxel(plane.right()));
        vector("down", g.toVoxel(plane.down()));
        vector("depthPerMm", g.toVoxel(plane.normal()));
        GL20C.glUniform1i(location("samples"), slab.samples());
        GL20C.glUniform1f(location("stepMm"), (float) slab.stepMm());
        GL20C.glUniform1f(location("halfMm"), (float) slab.halfMm());
        GL20C.glUniform1i(
                location("projection"),
                switch (request.slab().projection()) {
                    case MIP -> 0;
                    case MINIP -> 1;
                    case MEAN -> 2;
                });
        GL20C.glUniform1i(
                location("interpolation"),
                switch (request.interpolation()) {
                    case NEAREST -> 0;
                    case LINEAR -> 1;
                    case CUBIC -> 2;
                });
    }

    private void values(ReformatRequest request) {
        Volume volume = request.volume();
        GL20C.glUniform1i(location("mask"), volume.type().mask());
        GL20C.glUniform1i(location("complete"), volume.complete() ? 1 : 0);
        GL20C.glUniform1i(location("padded"), volume.padded() ? 1 : 0);
        GL20C.glUniform2i(
                location("padding"), volume.padding().first(), volume.padding().last());
        GreyScale grey = GreyScale.of(request);
        switch (grey) {
            case GreyScale.Straight straight -> {
                GL20C.glUniform1i(location("tabled"), 0);
                GL20C.glUniform2f(location("straight"), straight.scale(), straight.offset());
            }
            case GreyScale.Table curve -> {
                GL20C.glUniform1i(location("tabled"), 1);
                GL20C.glUniform1i(location("lowest"), curve.lowest());
                GL11C.glTexImage2D(
                        GL11C.GL_TEXTURE_2D,
                        0,
                        GL30C.GL_R32F,
                        TABLE_EDGE,
                        TABLE_EDGE,
                        0,
                        GL11C.GL_RED,
                        GL11C.GL_FLOAT,
                        curve.grey());
            }
        }
    }

    private void vector(String uniform, VoxelPosition v) {
        GL20C.glUniform3f(location(uniform), (float) v.column(), (float) v.row(), (float) v.slice());
    }

    private int location(String uniform) {
        return GL20C.glGetUniformLocation(program, uniform);
    }

    @Override
    public void close() {
        GL20C.glDeleteProgram(program);
        GL30C.glDeleteVertexArrays(emptyVertices);
        GL11C.glDeleteTextures(table);
    }
}
