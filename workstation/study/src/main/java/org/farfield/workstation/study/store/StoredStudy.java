package org.farfield.workstation.study.store;

import org.farfield.workstation.study.Patient;

/**
 * A study as the store's index knows it.
 *
 * @param modalities of its series, with commas between
 * @param bytes of its files on the disk
 * @param laterVersions how many files hold another version of an instance that was there already; the first is shown
 * @param conflict whether instances under this Study Instance UID name different patients
 */
public record StoredStudy(
        String uid,
        Patient patient,
        String date,
        String time,
        String description,
        String accession,
        String modalities,
        int series,
        int instances,
        long bytes,
        int laterVersions,
        boolean unread,
        boolean locked,
        boolean unsent,
        boolean conflict) {}
