package org.farfield.dicom.network.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;

/**
 * Modality Performed Procedure Step, the side that is told (PS3.4 F.7.2): keeps each step as a file named by a hash of
 * its UID. A step begins IN PROGRESS; once it is COMPLETED or DISCONTINUED nothing changes it. Any thread.
 */
public final class ProcedureStepServer implements AutoCloseable {
    private static final int STATUS = Tag.of("PerformedProcedureStepStatus");
    private static final Set<String> ENDS = Set.of("COMPLETED", "DISCONTINUED");

    private final Path folder;
    private final Events events;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final NormalizedServer server;

    /** What the server tells. Called by many threads. */
    public interface Events {
        /** A step began or changed, and is kept. */
        void onStep(String uid, String status, String callingTitle);

        /** A peer was refused, or its request was; a complete line. */
        void onTrouble(String line);
    }

    private ProcedureStepServer(StorageServer.Configuration configuration, Path folder, Events events)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.events = events;
        this.server =
                NormalizedServer.open(configuration, SopClasses.PROCEDURE_STEP, false, this::handle, events::onTrouble);
    }

    /** Binds and begins; an {@link IOException} when the port is not free. */
    public static ProcedureStepServer open(StorageServer.Configuration configuration, Path folder, Events events)
            throws IOException {
        return new ProcedureStepServer(configuration, folder, events);
    }

    /** Where peers reach it. */
    public InetSocketAddress address() {
        return server.address();
    }

    private void handle(DimseLink link, Incoming incoming) throws IOException, InterruptedException {
        CommandSet command = incoming.command();
        String uid = command.sopInstance();
        String caller = link.association().agreement().callingTitle();
        int status;
        try {
            DataSet asked = command.hasDataSet() ? incoming.dataSet() : new DataSet();
            status = switch (command.field()) {
                case CommandField.N_CREATE -> create(uid, asked, caller);
                case CommandField.N_SET -> set(uid, asked, caller);
                default -> Status.UNRECOGNIZED_OPERATION;
            };
        } catch (DicomException e) {
            status = Status.PROCESSING_FAILURE;
            events.onTrouble(caller + ": " + e.getMessage());
        } catch (IOException e) {
            status = Status.PROCESSING_FAILURE;
            events.onTrouble(caller + ": a step cannot be kept: " + e.getMessage());
        }
        link.send(incoming.context(), command.response(status));
    }

    private int create(String uid, DataSet step, String caller) throws IOException {
        if (!Uids.isValid(uid)) {
            return refused(Status.INVALID_ATTRIBUTE, caller, "a step needs a UID");
        }
        String status = step.string(STATUS).orElse("");
        if (!status.equals("IN PROGRESS")) {
            return refused(Status.INVALID_ATTRIBUTE, caller, "a step begins IN PROGRESS, not '" + status + "'");
        }
        oneAtATime.lock();
        try {
            if (Files.exists(file(uid))) {
                return refused(Status.DUPLICATE_INSTANCE, caller, "the step " + uid + " is there already");
            }
            keep(uid, step);
        } finally {
            oneAtATime.unlock();
        }
        events.onStep(uid, status, caller);
        return Status.SUCCESS;
    }

    private int set(String uid, DataSet changes, String caller) throws IOException {
        DataSet step;
        oneAtATime.lock();
        try {
            if (!Files.exists(file(uid))) {
                return refused(Status.NO_SUCH_INSTANCE, caller, "there is no step " + uid);
            }
            step = Part10.read(file(uid)).dataSet();
            if (ENDS.contains(step.string(STATUS).orElse(""))) {
                return refused(Status.PROCESSING_FAILURE, caller, "the step " + uid + " has ended and stays as it is");
            }
            String next = changes.string(STATUS).orElse("IN PROGRESS");
            if (!next.equals("IN PROGRESS") && !ENDS.contains(next)) {
                return refused(Status.INVALID_ATTRIBUTE, caller, "a step is not '" + next + "'");
            }
            for (Element element : changes.copy()) {
                step.put(element);
            }
            keep(uid, step);
        } finally {
            oneAtATime.unlock();
        }
        events.onStep(uid, step.string(STATUS).orElse(""), caller);
        return Status.SUCCESS;
    }

    private int refused(int status, String caller, String cause) {
        events.onTrouble(caller + ": " + cause);
        return status;
    }

    private Path file(String uid) {
        return folder.resolve(FolderSink.name(uid));
    }

    private void keep(String uid, DataSet step) throws IOException {
        DataSet named =
                step.copy().set(Tag.SOP_CLASS_UID, SopClasses.PROCEDURE_STEP).set(Tag.SOP_INSTANCE_UID, uid);
        Part10.write(DicomFile.of(named, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file(uid));
    }

    @Override
    public void close() {
        server.close();
    }
}
