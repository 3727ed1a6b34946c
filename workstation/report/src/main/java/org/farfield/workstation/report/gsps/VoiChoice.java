package org.farfield.workstation.report.gsps;

import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DataSet;

/**
 * An item of Softcopy VOI LUT Sequence (PS3.3 C.11.8): a window, or a table in its place.
 *
 * @param function LINEAR, LINEAR_EXACT or SIGMOID
 * @param table an item as in VOI LUT Sequence (PS3.3 C.11.2.1.1)
 */
public record VoiChoice(List<Target> targets, double center, double width, String function, Optional<DataSet> table) {
    public VoiChoice {
        targets = List.copyOf(targets);
    }
}
