package org.farfield.workstation.app.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;

/**
 * Adds measuring that is kept, key images and the report to the workstation.
 *
 * @param store the folder of the store
 */
public record ReportExtension(Path store) implements WindowExtension {
    @Override
    public Attached attach(WorkstationWindow window) {
        return new ReportDesk(window, store, Clock.system(ZoneId.systemDefault()))::close;
    }
}
