package org.farfield.dicom.network.service;

import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.CommandTag;

/** How far a retrieve is, in sub-operations (PS3.7 9.1.3, 9.1.4). */
public record RetrieveProgress(int remaining, int completed, int failed, int warning) {
    /** Before anything is known. */
    public static final RetrieveProgress NONE = new RetrieveProgress(0, 0, 0, 0);

    /** All sub-operations, as far as the peer has counted them. */
    public int total() {
        return remaining + completed + failed + warning;
    }

    /** What a response says; numbers it leaves out stay as they were. */
    RetrieveProgress with(CommandSet response) {
        boolean over = !org.farfield.dicom.network.dimse.Status.isPending(response.status());
        return new RetrieveProgress(
                response.number(CommandTag.REMAINING).orElse(over ? 0 : remaining),
                response.number(CommandTag.COMPLETED).orElse(completed),
                response.number(CommandTag.FAILED).orElse(failed),
                response.number(CommandTag.WARNING).orElse(warning));
    }
}
