package org.farfield.remote.gateway;

import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;

/**
 * What a scanner is. Immutable.
 *
 * @param id the scanner's own id, which every command names: 1 to 64 printable ASCII characters
 * @param manufacturer as DICOM's Manufacturer (0008,0070)
 * @param model as DICOM's Manufacturer's Model Name (0008,1090)
 * @param limits what its plans may hold; the gateway takes every limit from here and invents none
 * @param protocols the plans that the scanner itself starts a new plan from, the first of a kind is that kind's default
 */
public record ScannerDescription(
        String id, String manufacturer, String model, PlanLimits limits, List<ScanPlan> protocols) {

    /** Refuses an id that cannot go into a command. */
    public ScannerDescription {
        if (!id.matches("[!-~]{1,64}")) {
            throw new IllegalArgumentException("scanner id: 1 to 64 printable ASCII characters are allowed");
        }
        protocols = List.copyOf(protocols);
    }

    /** The plan that a new plan of this kind starts from; empty when the scanner has no such element. */
    public Optional<ScanPlan> protocol(PlanKind kind) {
        return protocols.stream().filter(plan -> plan.kind() == kind).findFirst();
    }
}
