package org.farfield.rendering.gpu;

import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL12C;
import org.lwjgl.opengl.GL30C;

/** What pictures are drawn into, and read back from. Row 0 of the picture is row 0 in memory. */
final class PictureTarget implements AutoCloseable {

    private final int framebuffer = GL30C.glGenFramebuffers();
    private final int colour = GL30C.glGenRenderbuffers();
    private int width;
    private int height;

    void bind(int newWidth, int newHeight) {
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, framebuffer);
        if (newWidth != width || newHeight != height) {
            GL30C.glBindRenderbuffer(GL30C.GL_RENDERBUFFER, colour);
            GL30C.glRenderbufferStorage(GL30C.GL_RENDERBUFFER, GL11C.GL_RGBA8, newWidth, newHeight);
            GL30C.glFramebufferRenderbuffer(
                    GL30C.GL_FRAMEBUFFER, GL30C.GL_COLOR_ATTACHMENT0, GL30C.GL_RENDERBUFFER, colour);
            if (GL30C.glCheckFramebufferStatus(GL30C.GL_FRAMEBUFFER) != GL30C.GL_FRAMEBUFFER_COMPLETE) {
                throw new GlException("no picture of " + newWidth + "x" + newHeight + " pixels on this device");
            }
            width = newWidth;
            height = newHeight;
        }
        GL11C.glViewport(0, 0, width, height);
    }

    void read(int[] argb) {
        GL11C.glPixelStorei(GL11C.GL_PACK_ALIGNMENT, 4);
        GL11C.glReadPixels(0, 0, width, height, GL12C.GL_BGRA, GL12C.GL_UNSIGNED_INT_8_8_8_8_REV, argb);
    }

    @Override
    public void close() {
        GL30C.glDeleteFramebuffers(framebuffer);
        GL30C.glDeleteRenderbuffers(colour);
    }
}
