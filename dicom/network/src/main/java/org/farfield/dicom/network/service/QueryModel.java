package org.farfield.dicom.network.service;

import java.util.Optional;

/** Information models of query and retrieve (PS3.4 C.6, K.6). */
public enum QueryModel {
    STUDY_ROOT(
            SopClasses.STUDY_ROOT_FIND,
            Optional.of(SopClasses.STUDY_ROOT_GET),
            Optional.of(SopClasses.STUDY_ROOT_MOVE)),
    PATIENT_ROOT(
            SopClasses.PATIENT_ROOT_FIND,
            Optional.of(SopClasses.PATIENT_ROOT_GET),
            Optional.of(SopClasses.PATIENT_ROOT_MOVE)),
    MODALITY_WORKLIST(SopClasses.MODALITY_WORKLIST_FIND, Optional.empty(), Optional.empty());

    private final String find;
    private final Optional<String> get;
    private final Optional<String> move;

    QueryModel(String find, Optional<String> get, Optional<String> move) {
        this.find = find;
        this.get = get;
        this.move = move;
    }

    String find() {
        return find;
    }

    String get() {
        return get.orElseThrow(() -> new IllegalArgumentException(this + " has no C-GET"));
    }

    String move() {
        return move.orElseThrow(() -> new IllegalArgumentException(this + " has no C-MOVE"));
    }
}
