package org.farfield.workstation.reading.archive;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.workstation.study.archive.StudySources;
import org.jspecify.annotations.Nullable;

/** The storage SCP's switch, and how many instances came. FX thread. */
public final class ReceivingModel implements AutoCloseable {
    private final StudySources studies;
    private final Executor work;
    private final Executor ui;
    private final Runnable arrived;
    private final Consumer<Notice> notice;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final AtomicBoolean told = new AtomicBoolean();
    private StudySources.@Nullable Receiving server;

    ReceivingModel(StudySources studies, Executor work, Executor ui, Runnable arrived, Consumer<Notice> notice) {
        this.studies = studies;
        this.work = work;
        this.ui = ui;
        this.arrived = arrived;
        this.notice = notice;
    }

    /** Whether the storage SCP listens. */
    public ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    /** Instances received since the workstation started. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Turns it on or off. */
    public void set(boolean wanted) {
        if (wanted == on.get()) {
            return;
        }
        if (!wanted) {
            close();
            notice.accept(Notice.of("archive.receiving.off"));
            return;
        }
        try {
            StudySources.Receiving opened = studies.receive(new Arrivals());
            server = opened;
            on.set(true);
            notice.accept(Notice.of("archive.receiving.on", studies.settings().title(), opened.port()));
        } catch (IOException e) {
            notice.accept(Notice.fault("archive.failed", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        StudySources.Receiving open = server;
        server = null;
        on.set(false);
        if (open != null) {
            work.execute(open::close);
        }
    }

    private final class Arrivals implements ReceiveListener {
        @Override
        public void onStored(InstanceOrigin origin) {
            ui.execute(() -> count.set(count.get() + 1));
            if (told.compareAndSet(false, true)) {
                ui.execute(() -> {
                    told.set(false);
                    arrived.run();
                });
            }
        }

        @Override
        public void onFailed(InstanceOrigin origin, String cause) {
            ui.execute(() -> notice.accept(Notice.fault("archive.not.stored", origin.callingTitle(), cause)));
        }

        @Override
        public void onTrouble(String line) {
            ui.execute(() -> notice.accept(Notice.fault("archive.failed", line)));
        }
    }
}
