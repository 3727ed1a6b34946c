package org.farfield.workstation.app.report;

import java.io.IOException;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.farfield.workstation.app.Texts;

/** Who signs here: a name and a hospital, remembered. */
final class ReaderFields extends HBox {
    /** @param trouble hears why the names could not be kept */
    ReaderFields(ReaderSettings settings, Texts texts, Consumer<String> trouble) {
        super(8);
        TextField name = field("reader-name", "report.reader", texts);
        name.textProperty().bindBidirectional(settings.name());
        TextField organization = field("reader-organization", "report.organization", texts);
        organization.textProperty().bindBidirectional(settings.organization());
        for (TextField each : new TextField[] {name, organization}) {
            each.focusedProperty().subscribe(focused -> {
                if (!focused) {
                    keep(settings, trouble);
                }
            });
        }
        getChildren().addAll(name, organization);
    }

    private static TextField field(String id, String key, Texts texts) {
        TextField field = new TextField();
        field.setId(id);
        field.promptTextProperty().bind(texts.bind(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static void keep(ReaderSettings settings, Consumer<String> trouble) {
        try {
            settings.keep();
        } catch (IOException e) {
            trouble.accept(String.valueOf(e.getMessage()));
        }
    }
}
