package org.farfield.rendering.gpu;

import java.nio.ByteBuffer;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL12C;
import org.lwjgl.opengl.GL30C;

/**
 * A volume's stored values on the device: a 3-D integer texture, and one row of flags that say which slices have come.
 * Integers, because a card's own linear filter works in steps of 1/256 voxel, too coarse for diagnosis.
 */
final class VolumeTexture implements AutoCloseable {

    private final int voxels;
    private final int presence;
    private final long[] uploaded;
    private long revision = -1;

    VolumeTexture(Volume volume) {
        VolumeGeometry g = volume.geometry();
        int limit = GL11C.glGetInteger(GL12C.GL_MAX_3D_TEXTURE_SIZE);
        if (g.columns() > limit || g.rows() > limit || g.slices() > limit) {
            throw new GlException("a volume of " + g.columns() + "x" + g.rows() + "x" + g.slices()
                    + " voxels is larger than this device's limit of " + limit + " along an axis");
        }
        uploaded = new long[g.slices()];
        voxels = texture(GL12C.GL_TEXTURE_3D);
        GL12C.glTexImage3D(
                GL12C.GL_TEXTURE_3D,
                0,
                GL30C.GL_R16I,
                g.columns(),
                g.rows(),
                g.slices(),
                0,
                GL30C.GL_RED_INTEGER,
                GL11C.GL_SHORT,
                (ByteBuffer) null);
        presence = texture(GL11C.GL_TEXTURE_2D);
        GlPainter.check("making room for a volume");
    }

    private static int texture(int kind) {
        int texture = GL11C.glGenTextures();
        GL11C.glBindTexture(kind, texture);
        GL11C.glTexParameteri(kind, GL11C.GL_TEXTURE_MIN_FILTER, GL11C.GL_NEAREST);
        GL11C.glTexParameteri(kind, GL11C.GL_TEXTURE_MAG_FILTER, GL11C.GL_NEAREST);
        return texture;
    }

    /** Uploads what has come since the last time. */
    void update(Volume volume) {
        long now = volume.revision();
        if (now == revision) {
            return;
        }
        VolumeGeometry g = volume.geometry();
        GL11C.glPixelStorei(GL11C.GL_UNPACK_ALIGNMENT, 2);
        GL11C.glBindTexture(GL12C.GL_TEXTURE_3D, voxels);
        short[] present = new short[g.slices()];
        for (int k = 0; k < g.slices(); k++) {
            long sliceRevision = volume.sliceRevision(k);
            if (sliceRevision != uploaded[k]) {
                GL12C.glTexSubImage3D(
                        GL12C.GL_TEXTURE_3D,
                        0,
                        0,
                        0,
                        k,
                        g.columns(),
                        g.rows(),
                        1,
                        GL30C.GL_RED_INTEGER,
                        GL11C.GL_SHORT,
                        volume.copyOfSlice(k));
                uploaded[k] = sliceRevision;
            }
            present[k] = (short) (uploaded[k] == 0 ? 0 : 1);
        }
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, presence);
        GL11C.glTexImage2D(
                GL11C.GL_TEXTURE_2D, 0, GL30C.GL_R16I, g.slices(), 1, 0, GL30C.GL_RED_INTEGER, GL11C.GL_SHORT, present);
        GlPainter.check("uploading slices");
        revision = now;
    }

    int voxels() {
        return voxels;
    }

    int presence() {
        return presence;
    }

    @Override
    public void close() {
        GL11C.glDeleteTextures(voxels);
        GL11C.glDeleteTextures(presence);
    }
}
