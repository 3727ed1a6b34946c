package org.farfield.rendering.volume;

/** There is not enough memory for a volume; the message says how much it needs. */
public final class VolumeMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    VolumeMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
