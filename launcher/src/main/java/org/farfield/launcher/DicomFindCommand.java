package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.Find;

/** {@code farfield dicom find}: C-FIND in the study or patient root. */
final class DicomFindCommand implements Subcommand {
    @Override
    public String name() {
        return "find";
    }

    @Override
    public String usage() {
        return NetworkArguments.PEER + " [--level patient|study|series|image] [--model study|patient]"
                + " [--key KEYWORD[=VALUE]]... [--json]   what a DICOM system has; one line of DICOM JSON a match";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        NetworkArguments arguments = NetworkArguments.parse(args, Set.of("--level", "--model"), Set.of("--json"));
        Peer peer = arguments.peer();
        arguments.nothingElse();
        String level = arguments.own().value("--level").orElse("study").toUpperCase(Locale.ROOT);
        DataSet query = new DataSet().set(Tag.of("QueryRetrieveLevel"), level);
        returnKeys(level).forEach(query::setEmpty);
        arguments.addKeys(query);
        FoundLines lines = new FoundLines(out, arguments.own().has("--json"));
        try (Connector connector = new Connector()) {
            Find.ask(connector, peer, RetrieveKeys.model(arguments.own()), query, lines, new Cancellation());
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        err.println("farfield dicom find: " + lines.count() + " matches from " + peer);
        return ExitCode.OK;
    }

    private static List<Integer> returnKeys(String level) throws WrongUsage {
        return switch (level) {
            case "PATIENT" -> List.of(Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX);
            case "STUDY" ->
                List.of(
                        Tag.STUDY_DATE,
                        Tag.STUDY_TIME,
                        Tag.ACCESSION_NUMBER,
                        Tag.of("ModalitiesInStudy"),
                        Tag.STUDY_DESCRIPTION,
                        Tag.PATIENT_NAME,
                        Tag.PATIENT_ID,
                        Tag.PATIENT_BIRTH_DATE,
                        Tag.STUDY_INSTANCE_UID,
                        Tag.of("NumberOfStudyRelatedInstances"));
            case "SERIES" ->
                List.of(
                        Tag.MODALITY,
                        Tag.SERIES_DESCRIPTION,
                        Tag.STUDY_INSTANCE_UID,
                        Tag.SERIES_INSTANCE_UID,
                        Tag.SERIES_NUMBER,
                        Tag.of("NumberOfSeriesRelatedInstances"));
            case "IMAGE" ->
                List.of(
                        Tag.SOP_CLASS_UID,
                        Tag.SOP_INSTANCE_UID,
                        Tag.STUDY_INSTANCE_UID,
                        Tag.SERIES_INSTANCE_UID,
                        Tag.INSTANCE_NUMBER);
            default -> throw new WrongUsage("--level is patient, study, series or image, not '" + level + "'");
        };
    }
}
