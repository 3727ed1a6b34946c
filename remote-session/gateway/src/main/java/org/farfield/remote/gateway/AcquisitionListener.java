package org.farfield.remote.gateway;

/**
 * Hears one acquisition from {@link ScannerPort#expose} to its end. Calls come on any thread of the scanner's, one
 * after another, and return at once: the listener never makes the scanner wait. The order is {@code beamOn, beamOff},
 * slices from the first one reconstructed on (also before beamOff), and exactly one of {@code done} and {@code failed}
 * last. A run that is stopped before the beam ends with {@code failed} alone.
 */
public interface AcquisitionListener {
    /** X-rays are on. */
    void beamOn();

    /** X-rays are off; reconstruction may go on. */
    void beamOff();

    /**
     * One slice was reconstructed.
     *
     * @param index its place in the {@link SeriesLayout}, 0 = first; each index at most once, usually ascending
     * @param part10 a complete DICOM Part 10 file, Explicit VR Little Endian, uncompressed, with the series UID given
     *     to {@link ScannerPort#load}; not changed by anyone afterwards
     * @param captureMillis when the reconstruction of the slice ended, ms since 1970 on the session clock
     */
    void slice(int index, byte[] part10, long captureMillis);

    /** The plan ran to its end and every slice was given. */
    void done();

    /** The run ended early; slices given so far stand. One line for people: stopped by whom, or what broke. */
    void failed(String reason);
}
