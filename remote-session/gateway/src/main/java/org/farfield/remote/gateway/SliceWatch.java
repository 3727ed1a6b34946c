package org.farfield.remote.gateway;

import java.io.IOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;

/**
 * Looks at each image that the scanner gives in one run: whether it is this patient's, came once, and carries the time
 * of this session. Called on the scanner's thread.
 */
final class SliceWatch {
    private static final long MOST_SKEW_MILLIS = 5_000;

    private final String patientId;
    private final BitSet seen = new BitSet();
    private boolean skewTold;
    private boolean strangerTold;

    SliceWatch(String patientId) {
        this.patientId = patientId;
    }

    /** Whether an image was another patient's. */
    boolean strangers() {
        return strangerTold;
    }

    /** What is wrong with an image. */
    record Finding(String text, boolean sendOn) {}

    /**
     * Looks at an image; empty when all is well or was said before. An image that is not to be sent on always answers.
     */
    Optional<Finding> look(int index, byte[] part10, long captureMillis, long nowMillis) {
        if (seen.get(index)) {
            return Optional.of(new Finding("image " + (index + 1) + " came twice; the second one is left out", false));
        }
        seen.set(index);
        try {
            DataSet data = Part10.read(part10).dataSet();
            Optional<String> id = data.string(Tag.PATIENT_ID).filter(text -> !text.isBlank());
            if (id.isPresent() && !id.get().equals(patientId)) {
                String said = strangerTold
                        ? ""
                        : "image " + (index + 1) + " carries another patient's ID than the scanner's console: it and"
                                + " all like it are left out";
                strangerTold = true;
                return Optional.of(new Finding(said, false));
            }
        } catch (IOException e) {
            return Optional.of(new Finding("image " + (index + 1) + " cannot be read: " + e.getMessage(), false));
        }
        long skew = captureMillis - nowMillis;
        if (Math.abs(skew) > MOST_SKEW_MILLIS && !skewTold) {
            skewTold = true;
            return Optional.of(new Finding(
                    String.format(
                            Locale.ROOT,
                            "the scanner's clock is %.1f s %s: its image times cannot be compared",
                            Math.abs(skew) / 1000.0,
                            skew < 0 ? "behind" : "ahead"),
                    true));
        }
        return Optional.empty();
    }
}
