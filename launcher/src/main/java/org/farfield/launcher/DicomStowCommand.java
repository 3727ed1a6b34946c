package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.web.WebClient;

/** {@code farfield dicom stow}: stores files at a DICOMweb service. */
final class DicomStowCommand implements Subcommand {
    @Override
    public String name() {
        return "stow";
    }

    @Override
    public String usage() {
        return WebArguments.SERVICE + " PATH... [--json]   store files and folders at a DICOMweb service (STOW-RS)";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        WebArguments arguments = WebArguments.parse(args, Set.of(), Set.of("--json"));
        List<OutgoingInstance> instances = new ArrayList<>();
        int unreadable = 0;
        for (Path file : DicomFiles.of(new Arguments(arguments.rest(), Map.of(), Set.of()))
                .paths()) {
            try {
                instances.add(OutgoingInstance.of(file));
            } catch (IOException e) {
                unreadable++;
                err.println("farfield dicom stow: " + e.getMessage());
            }
        }
        AtomicInteger sent = new AtomicInteger();
        SendListener listener = new SendListener() {
            @Override
            public void onSent(OutgoingInstance instance, String note) {
                sent.incrementAndGet();
                if (!note.isEmpty()) {
                    err.println("farfield dicom stow: " + instance.file() + ": " + note);
                }
            }

            @Override
            public void onFailed(OutgoingInstance instance, String cause) {
                err.println("farfield dicom stow: " + instance.file() + ": " + cause);
            }
        };
        try (WebClient client = new WebClient(arguments.service())) {
            client.store(instances, listener, new Cancellation());
        } catch (IOException e) {
            throw new Failed(sent.get() + " instances stored; " + e.getMessage(), e);
        }
        int failed = instances.size() - sent.get() + unreadable;
        out.println(
                arguments.own().has("--json")
                        ? new JsonLine()
                                .put("stored", sent.get())
                                .put("failed", failed)
                                .toString()
                        : sent.get() + " instances stored, " + failed + " failed");
        return failed == 0 && sent.get() > 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
