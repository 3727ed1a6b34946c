package org.farfield.workstation.app.live;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.LocalModel;

/** Two identifiers, typed as they are read from the patient: the gateway compares them with the study's. FX thread. */
final class IdentityCard extends Card {

    private final Texts texts;
    private final LocalModel local;
    private final Label hint = wrapped("live-muted");
    private final TextField patientId = new TextField();
    private final TextField birthDate = new TextField();
    private final Button confirm = new Button();
    private final HBox inputs = new HBox(8, patientId, birthDate, confirm);

    IdentityCard(Texts texts, LocalModel local) {
        this.texts = texts;
        this.local = local;
        patientId.setId("patient-id");
        birthDate.setId("birth-date");
        confirm.setId("confirm-patient");
        patientId.setPrefColumnCount(8);
        birthDate.setPrefColumnCount(8);
        HBox.setHgrow(patientId, Priority.ALWAYS);
        HBox.setHgrow(birthDate, Priority.ALWAYS);
        confirm.setMinWidth(USE_PREF_SIZE);
        confirm.disableProperty()
                .bind(patientId
                        .textProperty()
                        .isEmpty()
                        .or(birthDate.textProperty().isEmpty()));
        confirm.setOnAction(event -> confirm());
        birthDate.setOnAction(event -> confirm());
        lines(hint, inputs);
    }

    void show() {
        boolean open = local.mayConfirmPatient();
        setVisible(open);
        setManaged(open);
        heading(texts.get("identity.heading"));
        hint.setText(texts.get("identity.hint"));
        patientId.setPromptText(texts.get("identity.patient-id"));
        birthDate.setPromptText(texts.get("identity.birth-date"));
        confirm.setText(texts.get("identity.confirm"));
    }

    private void confirm() {
        if (!confirm.isDisabled()) {
            local.confirmPatient(patientId.getText(), birthDate.getText());
            patientId.clear();
            birthDate.clear();
        }
    }
}
