package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.Find;
import org.farfield.dicom.network.service.QueryModel;

/** {@code farfield dicom worklist}: scheduled procedure steps (PS3.4 K). */
final class DicomWorklistCommand implements Subcommand {
    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " [--date YYYYMMDD[-YYYYMMDD]] [--modality CT] [--station AET]"
                + " [--key KEYWORD[=VALUE]]... [--json]   what is scheduled";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        NetworkArguments arguments =
                NetworkArguments.parse(args, Set.of("--date", "--modality", "--station"), Set.of("--json"));
        Peer peer = arguments.peer();
        arguments.nothingElse();
        Arguments own = arguments.own();
        FoundLines lines = new FoundLines(out, own.has("--json"));
        try (Connector connector = new Connector()) {
            DataSet query = query(arguments, own);
            Find.ask(connector, peer, QueryModel.MODALITY_WORKLIST, query, lines, new Cancellation());
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        err.println("farfield dicom worklist: " + lines.count() + " scheduled steps from " + peer);
        return ExitCode.OK;
    }

    private static DataSet query(NetworkArguments arguments, Arguments own) throws WrongUsage {
        DataSet query = new DataSet();
        for (int tag : new int[] {
            Tag.ACCESSION_NUMBER,
            Tag.PATIENT_NAME,
            Tag.PATIENT_ID,
            Tag.PATIENT_BIRTH_DATE,
            Tag.PATIENT_SEX,
            Tag.STUDY_INSTANCE_UID,
            Tag.of("RequestedProcedureDescription"),
            Tag.of("RequestedProcedureID")
        }) {
            query.setEmpty(tag);
        }
        DataSet step = query.newItem(Tag.of("ScheduledProcedureStepSequence"));
        NetworkArguments.set(step, Tag.MODALITY, own.value("--modality").orElse(""));
        NetworkArguments.set(
                step, Tag.of("ScheduledStationAETitle"), own.value("--station").orElse(""));
        NetworkArguments.set(
                step,
                Tag.of("ScheduledProcedureStepStartDate"),
                own.value("--date").orElse(""));
        step.setEmpty(Tag.of("ScheduledProcedureStepStartTime"));
        step.setEmpty(Tag.of("ScheduledProcedureStepDescription"));
        step.setEmpty(Tag.of("ScheduledProcedureStepID"));
        arguments.addKeys(query);
        return query;
    }
}
