package org.farfield.remote.gateway;

import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SessionState;

/** What {@link SessionCore} wants done, in the order given. Immutable. */
sealed interface CoreEffect {
    /** A message to one participant. */
    record Send(int connection, Message message) implements CoreEffect {}

    /** The state to everybody. */
    record Push(SessionState state) implements CoreEffect {}

    /** A connection is to be closed. */
    record Close(int connection, String reason) implements CoreEffect {}

    /** {@link ScannerPort#load}; the answer comes back as {@link CoreInput.PlanLoaded} before any other input. */
    record Load(ScanPlan plan, String seriesUid) implements CoreEffect {}

    /** {@link ScannerPort#arm}. */
    record ArmScanner() implements CoreEffect {}

    /** {@link ScannerPort#disarm}. */
    record DisarmScanner() implements CoreEffect {}

    /** {@link ScannerPort#expose} of the loaded plan, which makes this series. */
    record Expose(SeriesStart series) implements CoreEffect {}

    /** {@link ScannerPort#hold}. */
    record Hold(boolean pressed) implements CoreEffect {}

    /** {@link ScannerPort#moveTable}. */
    record MoveTable(double targetMm) implements CoreEffect {}

    /** {@link ScannerPort#stop}. */
    record StopScanner(String reason) implements CoreEffect {}

    /** The dose of an element whose beam is on goes into the study's account. */
    record Dose(DoseGiven given) implements CoreEffect {}

    /** One line of the journal, without the patient. */
    record Note(String line) implements CoreEffect {}
}
