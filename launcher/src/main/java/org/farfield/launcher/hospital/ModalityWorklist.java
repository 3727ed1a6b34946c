package org.farfield.launcher.hospital;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.Find;
import org.farfield.dicom.network.service.QueryModel;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.twin.Order;

/** Asks a modality worklist (PS3.4 K) what a CT station is to do next. Stateless; any thread, the calling one waits. */
public final class ModalityWorklist {
    private static final int START_DATE = Tag.of("ScheduledProcedureStepStartDate");
    private static final int START_TIME = Tag.of("ScheduledProcedureStepStartTime");

    /** The longest values of SH, LO and PN (three groups of 64 characters and two =), PS3.5 6.2. */
    private static final int SHORT = 16;

    private static final int LONG = 64;
    private static final int NAME = 3 * 64 + 2;

    private ModalityWorklist() {}

    /**
     * The CT step that is scheduled first for the station {@code peer.callingTitle()}.
     *
     * @param accession only the steps of this accession number, of any day; without it only those of today
     * @param today by the calendar of the hospital
     * @param words hears how many there were; never of whom
     * @throws IOException names the peer and what is wrong: not reached, nothing scheduled, a step that cannot be used
     */
    public static Order first(
            Connector connector, Peer peer, Optional<String> accession, LocalDate today, Consumer<String> words)
            throws IOException, InterruptedException {
        List<DataSet> found = new ArrayList<>();
        Find.ask(
                connector,
                peer,
                QueryModel.MODALITY_WORKLIST,
                query(peer.callingTitle(), accession, today),
                found::add,
                new Cancellation());
        DataSet item = found.stream()
                .min(Comparator.comparing(ModalityWorklist::start))
                .orElseThrow(() -> new IOException(peer + ": no CT step is scheduled "
                        + (accession.isPresent()
                                ? "with this accession number for station " + peer.callingTitle()
                                : "today (" + today + ") for station " + peer.callingTitle()
                                        + "; --accession asks for one of any day")));
        words.accept(peer + ": " + found.size() + (found.size() == 1 ? " step is" : " steps are")
                + " scheduled, the first for " + start(item).strip());
        return order(item, peer);
    }

    private static DataSet query(String station, Optional<String> accession, LocalDate today) {
        DataSet query = new DataSet();
        for (int tag : new int[] {
            Tag.PATIENT_NAME,
            Tag.PATIENT_ID,
            Tag.PATIENT_BIRTH_DATE,
            Tag.PATIENT_SEX,
            Tag.REFERRING_PHYSICIAN_NAME,
            Tag.STUDY_INSTANCE_UID,
            Tag.REQUESTED_PROCEDURE_ID,
            Tag.REQUESTED_PROCEDURE_DESCRIPTION
        }) {
            query.setEmpty(tag);
        }
        query.set(Tag.ACCESSION_NUMBER, accession.orElse(""));
        query.newItem(Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE)
                .set(Tag.MODALITY, "CT")
                .set(Tag.of("ScheduledStationAETitle"), station)
                .set(START_DATE, accession.isPresent() ? "" : today.format(DateTimeFormatter.BASIC_ISO_DATE))
                .setEmpty(START_TIME)
                .setEmpty(Tag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION)
                .setEmpty(Tag.SCHEDULED_PROCEDURE_STEP_ID);
        return query;
    }

    private static DataSet step(DataSet item) {
        return item.item(Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE).orElseGet(DataSet::new);
    }

    private static String start(DataSet item) {
        DataSet step = step(item);
        return step.string(START_DATE).orElse("") + " "
                + step.string(START_TIME).orElse("");
    }

    private static Order order(DataSet item, Peer peer) throws IOException {
        String patientId = text(item, Tag.PATIENT_ID, LONG, peer);
        if (patientId.isEmpty()) {
            throw new IOException(peer + ": the scheduled step names no Patient ID");
        }
        String study = text(item, Tag.STUDY_INSTANCE_UID, LONG, peer);
        if (!study.isEmpty() && !Uids.isValid(study)) {
            throw new IOException(peer + ": the scheduled step's Study Instance UID is none");
        }
        String birth = text(item, Tag.PATIENT_BIRTH_DATE, LONG, peer);
        PatientContext patient = new PatientContext(
                patientId,
                text(item, Tag.PATIENT_NAME, NAME, peer),
                birth.matches("\\d{8}") ? birth : "",
                text(item, Tag.PATIENT_SEX, SHORT, peer),
                study.isEmpty() ? Uids.create() : study,
                text(item, Tag.ACCESSION_NUMBER, SHORT, peer),
                false);
        DataSet step = step(item);
        return new Order(
                patient,
                text(item, Tag.REFERRING_PHYSICIAN_NAME, NAME, peer),
                text(item, Tag.REQUESTED_PROCEDURE_ID, SHORT, peer),
                text(item, Tag.REQUESTED_PROCEDURE_DESCRIPTION, LONG, peer),
                text(step, Tag.SCHEDULED_PROCEDURE_STEP_ID, SHORT, peer),
                text(step, Tag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION, LONG, peer));
    }

    private static String text(DataSet d, int tag, int most, Peer peer) throws IOException {
        String text = d.string(tag).orElse("").strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw new IOException(
                    peer + ": " + Tag.describe(tag) + " of the scheduled step is longer than " + most + " characters");
        }
        return text;
    }
}
