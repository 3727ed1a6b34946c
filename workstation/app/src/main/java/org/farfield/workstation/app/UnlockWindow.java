package org.farfield.workstation.app;

import java.io.IOException;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.farfield.workstation.study.vault.Vault;
import org.farfield.workstation.study.vault.WrongPassphraseException;

/** Asks for the passphrase of an enciphered store before the workstation opens. FX thread. */
final class UnlockWindow {
    private static final double WIDTH = 440;

    private final Vault vault;
    private final Runnable then;
    private final Texts texts;
    private final Stage stage = new Stage();
    private final PasswordField field = new PasswordField();
    private final Label fault = new Label();
    private final Button open = new Button();
    private final Button without = new Button();
    private boolean ended;

    /** @param then opens the workstation, with the store or, if the person wants that, with a locked one */
    UnlockWindow(Vault vault, Language language, Runnable then) {
        this.vault = vault;
        this.then = then;
        texts = new Texts(new SimpleObjectProperty<>(language), WorkstationWindow.class, "messages");
        Label heading = new Label(texts.get("unlock.heading"));
        heading.getStyleClass().add("title-4");
        Label folder = new Label(vault.root().toString());
        folder.getStyleClass().add("text-muted");
        field.setId("unlock-passphrase");
        field.setPromptText(texts.get("unlock.passphrase"));
        field.setOnAction(event -> unlock());
        fault.setId("unlock-fault");
        fault.getStyleClass().add("danger");
        fault.setWrapText(true);
        fault.setMinHeight(36);
        fault.setAlignment(Pos.TOP_LEFT);
        open.setId("unlock-open");
        open.setText(texts.get("unlock.open"));
        open.setDefaultButton(true);
        open.getStyleClass().add("accent");
        open.setOnAction(event -> unlock());
        open.disableProperty().bind(field.textProperty().isEmpty().or(field.disabledProperty()));
        without.setId("unlock-without");
        without.setText(texts.get("unlock.without"));
        without.setOnAction(event -> end());
        HBox buttons = new HBox(8, without, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(10, heading, folder, field, fault, buttons);
        content.setPadding(new Insets(20));
        content.setPrefWidth(WIDTH);
        Scene scene = new Scene(content);
        new Appearance().dress(scene, texts);
        stage.setScene(scene);
        stage.setTitle(texts.get("window.title"));
        stage.setResizable(false);
        stage.setOnHidden(event -> end());
    }

    void show() {
        stage.show();
        field.requestFocus();
    }

    /** The key is made from the passphrase on another thread: that takes its time on purpose. */
    private void unlock() {
        char[] passphrase = field.getText().toCharArray();
        field.setDisable(true);
        fault.setText(texts.get("unlock.trying"));
        Thread.ofPlatform().daemon().name("unlock").start(() -> {
            try {
                vault.unlock(passphrase);
                Platform.runLater(this::end);
            } catch (IOException e) {
                Platform.runLater(() -> refused(e));
            } finally {
                Arrays.fill(passphrase, ' ');
            }
        });
    }

    private void refused(IOException reason) {
        fault.setText(
                reason instanceof WrongPassphraseException
                        ? texts.get("unlock.wrong")
                        : String.valueOf(reason.getMessage()));
        field.setDisable(false);
        field.clear();
        field.requestFocus();
    }

    /** Closing the window is going on without the store. */
    private void end() {
        if (!ended) {
            ended = true;
            then.run();
            stage.hide();
        }
    }
}
