package org.farfield.rendering.gpu;

import java.nio.ByteBuffer;
import java.util.List;
import org.farfield.rendering.engine.GreyScale;
import org.farfield.rendering.engine.LinearForm;
import org.farfield.rendering.engine.RayGeometry;
import org.farfield.rendering.engine.RayLight;
import org.farfield.rendering.engine.TransferTable;
import org.farfield.rendering.engine.VolumeLook;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.engine.VolumeStore;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.jspecify.annotations.Nullable;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL12C;
import org.lwjgl.opengl.GL13C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;

/** The shader program that casts a whole volume over the bound target. Context thread only. */
final class VolumeProgram implements AutoCloseable {

    /** As many bounds as the shader holds; pictures with more, or with cuts, are the CPU's. */
    static final int MOST_BOUNDS = 40;

    private static final int TABLE_EDGE = 64;
    private static final int GREY_EDGE = 256;

    private final int program;
    private final int emptyVertices;
    private final int colours;
    private final int greys;
    private final int distances;
    private final VolumeStore store = new VolumeStore();
    private byte @Nullable [] uploadedDistances;
    private @Nullable TransferTable uploadedTable;

    VolumeProgram() {
        program = ShaderSource.link("reformat.vert", "volume.frag");
        emptyVertices = GL30C.glGenVertexArrays();
        colours = texture(GL11C.GL_TEXTURE_2D);
        GL11C.glTexImage2D(
                GL11C.GL_TEXTURE_2D, 0, GL30C.GL_RGBA32F, 1, 1, 0, GL11C.GL_RGBA, GL11C.GL_FLOAT, new float[4]);
        greys = texture(GL11C.GL_TEXTURE_2D);
        GL11C.glTexImage2D(GL11C.GL_TEXTURE_2D, 0, GL30C.GL_R32F, 1, 1, 0, GL11C.GL_RED, GL11C.GL_FLOAT, new float[1]);
        distances = texture(GL12C.GL_TEXTURE_3D);
        GL12C.glTexImage3D(
                GL12C.GL_TEXTURE_3D, 0, GL30C.GL_R8I, 1, 1, 1, 0, GL30C.GL_RED_INTEGER, GL11C.GL_BYTE, (ByteBuffer)
                        null);
        GlPainter.check("compiling shaders");
    }

    /** Whether this program draws such a picture: anything but cuts. */
    static boolean draws(VolumeRequest request) {
        return request.cuts().isEmpty() && RayGeometry.of(request).within().size() <= MOST_BOUNDS;
    }

    private static int texture(int kind) {
        int texture = GL11C.glGenTextures();
        GL11C.glBindTexture(kind, texture);
        GL11C.glTexParameteri(kind, GL11C.GL_TEXTURE_MIN_FILTER, GL11C.GL_NEAREST);
        GL11C.glTexParameteri(kind, GL11C.GL_TEXTURE_MAG_FILTER, GL11C.GL_NEAREST);
        return texture;
    }

    void draw(VolumeRequest request, VolumeTexture texture) {
        GL20C.glUseProgram(program);
        bind(0, GL12C.GL_TEXTURE_3D, texture.voxels(), "voxels");
        bind(1, GL11C.GL_TEXTURE_2D, texture.presence(), "present");
        bind(2, GL11C.GL_TEXTURE_2D, colours, "colours");
        bind(3, GL11C.GL_TEXTURE_2D, greys, "greyTable");
        bind(4, GL12C.GL_TEXTURE_3D, distances, "empty");
        place(request);
        values(request.volume());
        int back = request.background();
        GL20C.glUniform3f(location("background"), back >> 16 & 0xff, back >> 8 & 0xff, back & 0xff);
        GL20C.glUniform1i(location("highest"), request.look() instanceof VolumeLook.Mip ? 1 : 0);
        switch (request.look()) {
            case VolumeLook.Shaded shaded -> shade(request, shaded);
            case VolumeLook.Mip mip -> grey(GreyScale.of(request.volume(), mip.voi(), mip.inverted()));
        }
        GL30C.glBindVertexArray(emptyVertices);
        GL11C.glDrawArrays(GL11C.GL_TRIANGLES, 0, 3);
    }

    private void bind(int unit, int kind, int texture, String sampler) {
        GL13C.glActiveTexture(GL13C.GL_TEXTURE0 + unit);
        GL11C.glBindTexture(kind, texture);
        GL20C.glUniform1i(location(sampler), unit);
    }

    private void place(VolumeRequest request) {
        VolumeGeometry g = request.volume().geometry();
        RayGeometry rays = RayGeometry.of(request);
        GL20C.glUniform3i(location("size"), g.columns(), g.rows(), g.slices());
        form("column", rays.column());
        form("row", rays.row());
        form("slice", rays.slice());
        List<LinearForm> within = rays.within();
        GL20C.glUniform1i(location("bounds"), within.size());
        for (int i = 0; i < within.size(); i++) {
            form("within[" + i + "]", within.get(i));
        }
    }

    private void form(String uniform, LinearForm f) {
        GL20C.glUniform4f(location(uniform), (float) f.at(), (float) f.right(), (float) f.down(), (float) f.along());
    }

    private void values(Volume volume) {
        GL20C.glUniform1i(location("mask"), volume.type().mask());
        GL20C.glUniform1i(location("complete"), volume.complete() ? 1 : 0);
        GL20C.glUniform1i(location("padded"), volume.padded() ? 1 : 0);
        GL20C.glUniform2i(
                location("padding"), volume.padding().first(), volume.padding().last());
    }

    private void shade(VolumeRequest request, VolumeLook.Shaded look) {
        VolumeStore.Prepared prepared = store.prepare(request, look);
        TransferTable table = prepared.table();
        GL20C.glUniform2f(location("entries"), table.scale(), table.offset());
        if (table != uploadedTable) {
            GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, use(2));
            GL11C.glTexImage2D(
                    GL11C.GL_TEXTURE_2D,
                    0,
                    GL30C.GL_RGBA32F,
                    TABLE_EDGE,
                    TABLE_EDGE,
                    0,
                    GL11C.GL_RGBA,
                    GL11C.GL_FLOAT,
                    table.colours());
            uploadedTable = table;
        }
        upload(prepared.space());
        RayLight light = RayLight.of(request, look);
        GL20C.glUniform4f(location("light"), light.ambient(), light.diffuse(), light.specular(), light.shininess());
        GL20C.glUniform1f(location("perSurface"), light.perSurface());
        GL20C.glUniform1f(location("perEdge"), light.perEdge());
        GL20C.glUniform1f(location("leastLit"), light.leastLit());
        float[] t = light.gradient().towards();
        float[] q = light.gradient().squared();
        GL20C.glUniform3f(location("towards"), t[0], t[1], t[2]);
        GL20C.glUniform3f(location("squared"), q[0], q[1], q[2]);
        GL20C.glUniform3f(location("mixed"), q[3], q[4], q[5]);
    }

    @SuppressWarnings("ReferenceEquality") // the very array: its content would take too long to compare
    private void upload(VolumeStore.EmptySpaceView space) {
        if (space.distance() == uploadedDistances) {
            return;
        }
        GL11C.glBindTexture(GL12C.GL_TEXTURE_3D, use(4));
        GL11C.glPixelStorei(GL11C.GL_UNPACK_ALIGNMENT, 1);
        ByteBuffer bytes = BufferUtils.createByteBuffer(space.distance().length);
        bytes.put(0, space.distance());
        GL12C.glTexImage3D(
                GL12C.GL_TEXTURE_3D,
                0,
                GL30C.GL_R8I,
                space.across(),
                space.along(),
                space.layers(),
                0,
                GL30C.GL_RED_INTEGER,
                GL11C.GL_BYTE,
                bytes);
        uploadedDistances = space.distance();
    }

    private void grey(GreyScale grey) {
        switch (grey) {
            case GreyScale.Straight straight -> {
                GL20C.glUniform1i(location("tabled"), 0);
                GL20C.glUniform2f(location("straight"), straight.scale(), straight.offset());
            }
            case GreyScale.Table curve -> {
                GL20C.glUniform1i(location("tabled"), 1);
                GL20C.glUniform1i(location("lowest"), curve.lowest());
                GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, use(3));
                GL11C.glTexImage2D(
                        GL11C.GL_TEXTURE_2D,
                        0,
                        GL30C.GL_R32F,
                        GREY_EDGE,
                        GREY_EDGE,
                        0,
                        GL11C.GL_RED,
                        GL11C.GL_FLOAT,
                        curve.grey());
            }
        }
    }

    /** Makes a unit the one that uploads go to, and names its texture. */
    private int use(int unit) {
        GL13C.glActiveTexture(GL13C.GL_TEXTURE0 + unit);
        return unit == 2 ? colours : unit == 3 ? greys : distances;
    }

    private int location(String uniform) {
        return GL20C.glGetUniformLocation(program, uniform);
    }

    @Override
    public void close() {
        GL20C.glDeleteProgram(program);
        GL30C.glDeleteVertexArrays(emptyVertices);
        GL11C.glDeleteTextures(colours);
        GL11C.glDeleteTextures(greys);
        GL11C.glDeleteTextures(distances);
    }
}
