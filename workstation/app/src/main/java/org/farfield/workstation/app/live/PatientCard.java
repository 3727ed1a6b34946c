package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.scene.control.Label;
import org.farfield.dicom.PersonName;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.HeardSession;

/** Who is on the table, and whether that was confirmed at the scanner. */
final class PatientCard extends Card {

    private final Texts texts;
    private final Label name = line("live-value");
    private final Label identifiers = wrapped("live-muted");
    private final Label confirmed = wrapped("live-value");

    PatientCard(Texts texts) {
        this.texts = texts;
        name.setStyle("-fx-font-weight: bold");
        lines(name, identifiers, confirmed);
    }

    void show(HeardSession heard) {
        heading(texts.get("patient.heading"));
        Optional<PatientContext> patient = heard.state().map(SessionState::patient);
        if (patient.isEmpty() || patient.get().patientId().isEmpty()) {
            say(name, texts.get(patient.isEmpty() ? "patient.unknown" : "patient.none"), Severity.ATTENTION);
            say(identifiers, "", Severity.PLAIN);
            say(confirmed, "", Severity.PLAIN);
            return;
        }
        PatientContext known = patient.get();
        say(name, name(known), Severity.PLAIN);
        String sex = known.sex().isEmpty() ? "" : texts.get("patient.sex." + known.sex());
        say(
                identifiers,
                texts.get("patient.identifiers", known.patientId(), Words.date(known.birthDate()), sex),
                Severity.PLAIN);
        say(
                confirmed,
                texts.get(known.identityConfirmed() ? "patient.confirmed" : "patient.not-confirmed"),
                known.identityConfirmed() ? Severity.GOOD : Severity.ATTENTION);
    }

    private String name(PatientContext patient) {
        PersonName parsed = PersonName.parse(patient.patientName());
        boolean chinese = texts.language().get() == Language.CHINESE;
        return chinese && !parsed.ideographic().isEmpty() ? parsed.ideographic().replace("^", "") : parsed.display();
    }
}
