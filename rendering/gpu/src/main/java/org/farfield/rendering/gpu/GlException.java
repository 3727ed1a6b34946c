package org.farfield.rendering.gpu;

/** OpenGL refused something; the message is for the user. */
final class GlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GlException(String message) {
        super(message);
    }
}
