package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.farfield.workstation.app.live.PictureOf;
import org.farfield.workstation.study.store.StoreEncryption;
import org.farfield.workstation.study.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person opens an enciphered store, or goes on without it. */
@Timeout(120)
class UnlockWindowTest {
    private static final String PASSPHRASE = "plateau in spring";

    @TempDir
    private Path home;

    private final AtomicInteger begun = new AtomicInteger();
    private Vault vault = Vault.at(Path.of(""));

    @BeforeEach
    void makeALockedStore() throws IOException {
        Fx.start();
        Path made = home.resolve("made");
        StoreEncryption.encrypt(made, PASSPHRASE.toCharArray(), done -> {});
        Path store = Files.createDirectories(home.resolve("store"));
        Files.copy(made.resolve("store.key"), store.resolve("store.key"));
        vault = Vault.at(store);
        assertTrue(vault.locked());
    }

    @Test
    void theRightPassphraseOpensTheStoreAndAWrongOneSaysSo() {
        for (Language language : Language.values()) {
            Parent content = show(language);
            Fx.run(() -> {
                field(content).setText("plateau in winter");
                button(content, "#unlock-open").fire();
            });
            Fx.await(
                    "the refusal",
                    () -> !field(content).isDisabled()
                            && field(content).getText().isEmpty());
            String said = Fx.on(() -> ((Label) content.lookup("#unlock-fault")).getText());
            assertEquals(language == Language.ENGLISH ? "This is not the passphrase of the store." : "口令不正确。", said);
            assertTrue(vault.locked());
            Fx.run(() -> {
                try {
                    PictureOf.scene(
                            content.getScene(), "unlock-" + language.name().toLowerCase(java.util.Locale.ROOT));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertEquals(0, begun.get());
            if (language == Language.ENGLISH) {
                Fx.run(() -> stage(content).setOnHidden(event -> {}));
                Fx.run(() -> stage(content).hide());
            } else {
                Fx.run(() -> {
                    field(content).setText(PASSPHRASE);
                    button(content, "#unlock-open").fire();
                });
                Fx.await(
                        "the workstation",
                        () -> begun.get() == 1 && !stage(content).isShowing());
                assertFalse(vault.locked());
            }
        }
    }

    @Test
    void withoutThePassphraseTheWorkstationOpensWithTheStoreLocked() {
        Parent content = show(Language.ENGLISH);
        assertTrue(Fx.on(() -> button(content, "#unlock-open").isDisabled()), "nothing is typed yet");
        Fx.run(() -> button(content, "#unlock-without").fire());
        assertEquals(1, begun.get(), "once, though the window is hidden too");
        assertTrue(vault.locked());
    }

    private Parent show(Language language) {
        return Fx.on(() -> {
            new UnlockWindow(vault, language, begun::incrementAndGet).show();
            Window newest = Window.getWindows().getLast();
            Scene scene = newest.getScene();
            return scene.getRoot();
        });
    }

    private static Stage stage(Parent content) {
        return (Stage) content.getScene().getWindow();
    }

    private static TextField field(Parent content) {
        return (TextField) content.lookup("#unlock-passphrase");
    }

    private static Button button(Parent content, String id) {
        return (Button) content.lookup(id);
    }
}
