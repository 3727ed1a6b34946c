package org.farfield.workstation.report;

import java.util.Optional;

/**
 * A finding that somebody must act on now.
 *
 * @param text what it is
 * @param acknowledged who has taken note of it and when
 */
public record CriticalFinding(String text, Optional<Acknowledgement> acknowledged) {

    /**
     * That somebody has taken note.
     *
     * @param name who, as DICOM writes names
     * @param at {@code yyyyMMddHHmmss} with an offset
     */
    public record Acknowledgement(String name, String at) {}
}
