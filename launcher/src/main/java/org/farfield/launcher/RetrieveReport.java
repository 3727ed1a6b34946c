package org.farfield.launcher;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.Retrieve;

/** What a retrieve brought, for the shell. Any thread. */
final class RetrieveReport implements ReceiveListener {
    private final String command;
    private final PrintStream err;
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    RetrieveReport(String command, PrintStream err) {
        this.command = command;
        this.err = err;
    }

    @Override
    public void onStored(InstanceOrigin origin) {
        stored.incrementAndGet();
    }

    @Override
    public void onFailed(InstanceOrigin origin, String cause) {
        failed.incrementAndGet();
        err.println("farfield dicom " + command + ": " + origin.sopInstanceUid() + ": " + cause);
    }

    @Override
    public void onTrouble(String line) {
        err.println("farfield dicom " + command + ": " + line);
    }

    /** Prints the end and gives the exit code. */
    int end(Retrieve.Result result, boolean json, PrintStream out, boolean countsOwn) {
        boolean complete = result.complete() && failed.get() == 0;
        if (json) {
            out.println(new JsonLine()
                    .put("complete", complete)
                    .put("completed", result.progress().completed())
                    .put("failed", result.progress().failed())
                    .put("stored", stored.get())
                    .put("outcome", result.outcome()));
        } else {
            out.println((countsOwn ? stored.get() + " instances stored; " : "") + "completed "
                    + result.progress().completed() + ", failed "
                    + result.progress().failed() + ": "
                    + result.outcome());
        }
        return complete ? ExitCode.OK : ExitCode.FAILED;
    }
}
