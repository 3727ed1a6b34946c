package org.farfield.workstation.study.archive;

import java.util.concurrent.atomic.AtomicInteger;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.SendListener;

/** Passes on and counts what was sent. Any thread. */
final class CountingListener implements SendListener {
    private final SendListener next;
    private final AtomicInteger sent = new AtomicInteger();

    CountingListener(SendListener next) {
        this.next = next;
    }

    int sent() {
        return sent.get();
    }

    @Override
    public void onSent(OutgoingInstance instance, String note) {
        sent.incrementAndGet();
        next.onSent(instance, note);
    }

    @Override
    public void onFailed(OutgoingInstance instance, String cause) {
        next.onFailed(instance, cause);
    }
}
