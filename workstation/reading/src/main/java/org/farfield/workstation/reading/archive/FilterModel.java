package org.farfield.workstation.reading.archive;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.farfield.workstation.study.store.StudyFilter;

/** What the reader looks for. FX thread. */
public final class FilterModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty patientId = new SimpleStringProperty(this, "patientId", "");
    private final StringProperty dateFrom = new SimpleStringProperty(this, "dateFrom", "");
    private final StringProperty dateTo = new SimpleStringProperty(this, "dateTo", "");
    private final StringProperty modality = new SimpleStringProperty(this, "modality", "");
    private final StringProperty accession = new SimpleStringProperty(this, "accession", "");

    private final ObjectProperty<Optional<ReadingState.Step>> state =
            new SimpleObjectProperty<>(this, "state", Optional.empty());

    FilterModel() {}

    /** How far the reading of stored studies is to have come; empty for any. */
    public ObjectProperty<Optional<ReadingState.Step>> state() {
        return state;
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty patientId() {
        return patientId;
    }

    /** {@code yyyymmdd}, also with dashes or dots between. */
    public StringProperty dateFrom() {
        return dateFrom;
    }

    /** {@code yyyymmdd}, also with dashes or dots between. */
    public StringProperty dateTo() {
        return dateTo;
    }

    public StringProperty modality() {
        return modality;
    }

    public StringProperty accession() {
        return accession;
    }

    /** What is written now. */
    public StudyFilter filter() {
        return new StudyFilter(
                name.get().strip(),
                patientId.get().strip(),
                date(dateFrom),
                date(dateTo),
                modality.get().strip().toUpperCase(java.util.Locale.ROOT),
                accession.get().strip());
    }

    /** Empty again. */
    public void clear() {
        for (StringProperty each : new StringProperty[] {name, patientId, dateFrom, dateTo, modality, accession}) {
            each.set("");
        }
        state.set(Optional.empty());
    }

    private static String date(StringProperty text) {
        return text.get().replaceAll("[^0-9]", "");
    }
}
