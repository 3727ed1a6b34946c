package org.farfield.rendering.gpu;

import java.nio.IntBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL12;
import org.lwjgl.egl.EGL14;
import org.lwjgl.egl.EGL15;
import org.lwjgl.egl.EXTDeviceEnumeration;
import org.lwjgl.egl.EXTPlatformDevice;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** Linux: an EGL device, which needs no X server and no window system at all. */
final class EglContext implements GlContext {

    private static final int MAX_DEVICES = 16;
    private static final int[] CONFIG = {
        EGL10.EGL_SURFACE_TYPE, EGL10.EGL_PBUFFER_BIT, EGL12.EGL_RENDERABLE_TYPE, EGL14.EGL_OPENGL_BIT, EGL10.EGL_NONE
    };
    private static final int[] CONTEXT = {
        EGL15.EGL_CONTEXT_MAJOR_VERSION,
        4,
        EGL15.EGL_CONTEXT_MINOR_VERSION,
        1,
        EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
        EGL10.EGL_NONE
    };
    private static final int[] SURFACE = {EGL10.EGL_WIDTH, 1, EGL10.EGL_HEIGHT, 1, EGL10.EGL_NONE};

    private final long display;
    private final long context;
    private final long surface;

    private EglContext(long display, long context, long surface) {
        this.display = display;
        this.context = context;
        this.surface = surface;
    }

    /** The first device that gives OpenGL 4.1; drivers list hardware before software. */
    static EglContext create() {
        Configuration.OPENGL_CONTEXT_API.set("EGL");
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer devices = stack.mallocPointer(MAX_DEVICES);
            IntBuffer count = stack.mallocInt(1);
            if (EGL.getCapabilities().eglQueryDevicesEXT == MemoryUtil.NULL
                    || !EXTDeviceEnumeration.eglQueryDevicesEXT(devices, count)) {
                throw new GlException("EGL offers no devices");
            }
            String reason = "EGL knows of no device";
            for (int i = 0; i < count.get(0); i++) {
                try {
                    return on(devices.get(i), stack);
                } catch (GlException e) {
                    reason = String.valueOf(e.getMessage());
                }
            }
            throw new GlException(reason);
        }
    }

    private static EglContext on(long device, MemoryStack stack) {
        long display = EGL15.eglGetPlatformDisplay(
                EXTPlatformDevice.EGL_PLATFORM_DEVICE_EXT, device, stack.pointers(EGL10.EGL_NONE));
        IntBuffer version = stack.mallocInt(2);
        if (display == EGL10.EGL_NO_DISPLAY
                || !EGL10.eglInitialize(display, version.slice(0, 1), version.slice(1, 1))) {
            throw failed("eglInitialize");
        }
        EGL.createDisplayCapabilities(display);
        if (!EGL12.eglBindAPI(EGL14.EGL_OPENGL_API)) {
            throw failed("eglBindAPI");
        }
        PointerBuffer config = stack.mallocPointer(1);
        int[] configs = new int[1];
        if (!EGL10.eglChooseConfig(display, CONFIG, config, configs) || configs[0] == 0) {
            throw failed("eglChooseConfig");
        }
        long context = EGL10.eglCreateContext(display, config.get(0), EGL10.EGL_NO_CONTEXT, CONTEXT);
        if (context == EGL10.EGL_NO_CONTEXT) {
            throw failed("eglCreateContext for OpenGL 4.1 core");
        }
        long surface = EGL10.eglCreatePbufferSurface(display, config.get(0), SURFACE);
        if (!EGL10.eglMakeCurrent(display, surface, surface, context)) {
            throw failed("eglMakeCurrent");
        }
        GL.createCapabilities();
        return new EglContext(display, context, surface);
    }

    private static GlException failed(String call) {
        return new GlException(call + " failed with EGL error 0x" + Integer.toHexString(EGL10.eglGetError()));
    }

    /** The display stays initialised: other contexts of this process may share it. */
    @Override
    public void close() {
        GL.setCapabilities(null);
        EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_CONTEXT);
        if (surface != EGL10.EGL_NO_SURFACE) {
            EGL10.eglDestroySurface(display, surface);
        }
        EGL10.eglDestroyContext(display, context);
    }
}
