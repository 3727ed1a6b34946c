package org.farfield.dicom.network.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a sending reported. */
final class SendLog implements SendListener {
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onSent(OutgoingInstance instance, String note) {
        notes.add(note);
    }

    @Override
    public void onFailed(OutgoingInstance instance, String cause) {
        failures.add(cause);
    }
}
