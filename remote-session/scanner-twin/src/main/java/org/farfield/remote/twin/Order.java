package org.farfield.remote.twin;

import org.farfield.remote.protocol.PatientContext;

/**
 * What was ordered: the patient and study of a modality worklist item, and the scheduled step of it (PS3.4 K.6.1.2.2).
 * Empty strings where unknown. Immutable. Never written to a log.
 *
 * @param referringPhysician Referring Physician's Name (0008,0090)
 * @param procedureId Requested Procedure ID (0040,1001)
 * @param procedure Requested Procedure Description (0032,1060)
 * @param stepId Scheduled Procedure Step ID (0040,0009)
 * @param step Scheduled Procedure Step Description (0040,0007)
 */
public record Order(
        PatientContext patient,
        String referringPhysician,
        String procedureId,
        String procedure,
        String stepId,
        String step) {
    /** A study that nobody scheduled. */
    static Order unscheduled(PatientContext patient) {
        return new Order(patient, "", "", "", "", "");
    }

    /** The same for somebody else. */
    Order of(PatientContext other) {
        return new Order(other, referringPhysician, procedureId, procedure, stepId, step);
    }

    /** Says that there is an order, not whose: safe in a log. */
    @Override
    public String toString() {
        return "Order[" + patient + "]";
    }
}
