package org.farfield.workstation.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.workstation.app.Appearance;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.live.ChatModel;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.LiveSeriesModel;
import org.farfield.workstation.reading.live.LocalModel;
import org.farfield.workstation.study.LocalStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live session's panes in a real window. */
@SuppressWarnings("NullAway.Init") // the fields are set before each test, on the FX thread
class LivePanesTest {

    @TempDir
    Path folder;

    private final StagedSession remote = new StagedSession("remote", Role.REMOTE_OPERATOR);
    private final StagedSession local = new StagedSession("local", Role.LOCAL_OPERATOR);
    private final StagedTalk talk = new StagedTalk();
    private final ChatModel remoteChat = talk.join("remote", Role.REMOTE_OPERATOR);
    private final ChatModel localChat = talk.join("local", Role.LOCAL_OPERATOR);
    private int backAtImages;
    private Texts texts;
    private ConsoleModel console;
    private LocalModel localModel;
    private ConsolePane consolePane;
    private LocalPane localPane;
    private Stage consoleStage;
    private Stage localStage;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void showPanes() throws Exception {
        Fx.run(() -> {
            Texts window = new Texts(new SimpleObjectProperty<>(Language.ENGLISH), WorkstationWindow.class, "messages");
            texts = LiveLook.texts(window);
            console = new ConsoleModel(remote, Platform::runLater);
            localModel = new LocalModel(local, Platform::runLater);
            LiveSeriesModel series =
                    new LiveSeriesModel(new LocalStore(folder), Platform::runLater, SessionClock.SYSTEM, () -> 0, 1);
            Appearance appearance = new Appearance();
            consolePane =
                    new ConsolePane(texts, console, series, new ChatPane(texts, remoteChat, () -> backAtImages++));
            localPane = new LocalPane(texts, localModel, localChat);
            consoleStage = stage(new Scene(consolePane, 560, 900), appearance, 0);
            localStage = stage(new Scene(localPane, 1000, 860), appearance, 580);
            return true;
        });
        refresh();
    }

    private Stage stage(Scene scene, Appearance appearance, double x) {
        appearance.dress(scene, texts);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setX(x);
        stage.setY(20);
        stage.show();
        return stage;
    }

    private void refresh() throws Exception {
        Fx.run(() -> {
            console.refresh();
            consolePane.refresh();
            localModel.refresh();
            localPane.refresh();
            return true;
        });
        Fx.pulses(3);
    }

    @AfterEach
    void hidePanes() throws Exception {
        Fx.run(() -> {
            localStage.hide();
            consoleStage.hide();
            return true;
        });
    }

    @Test
    void nothingIsCutOffInEitherLanguage() throws Exception {
        local.proposed = Optional.of(local.plan.sha256());
        local.planState = PlanState.PROPOSED;
        local.confirmed = false;
        local.requestedBy = Optional.of("remote");
        for (Language language : Language.values()) {
            Fx.run(() -> {
                texts.language().set(language);
                return true;
            });
            refresh();
            Fx.run(() -> {
                PictureOf.scene(
                        consolePane.getScene(), "console-" + language.name().toLowerCase(java.util.Locale.ROOT));
                PictureOf.scene(localPane.getScene(), "local-" + language.name().toLowerCase(java.util.Locale.ROOT));
                return true;
            });
            assertEquals(List.of(), Fx.run(() -> PaneText.cutOff(consolePane)), language + " console");
            assertEquals(List.of(), Fx.run(() -> PaneText.cutOff(localPane)), language + " local window");
        }
    }

    @Test
    void aLineTypedInOneWindowIsReadInTheOtherAndTakesNoKeyboard() throws Exception {
        Node before = Fx.run(() -> localPane.getScene().getFocusOwner());
        say("can he hold his breath?");
        assertTrue(PaneText.allText(find(consolePane, "#chat")).contains("remote (you)  ·  remote operator"));
        assertEquals("▸ CHAT · 1 unread", text(localPane, "#chat-heading"));
        assertSame(before, Fx.run(() -> localPane.getScene().getFocusOwner()), "nobody asked for the keyboard");
        assertEquals(List.of(), remote.asked, "chat asks for nothing");
        Fx.run(() -> {
            ((Button) find(localPane, "#chat-heading")).fire();
            return true;
        });
        refresh();
        assertEquals("▾ CHAT", text(localPane, "#chat-heading"));
        String shown = PaneText.allText(find(localPane, "#chat"));
        assertTrue(shown.contains("remote  ·  remote operator can he hold his breath?"), shown);
        for (Language language : Language.values()) {
            Fx.run(() -> {
                texts.language().set(language);
                return true;
            });
            refresh();
            String suffix = language.name().toLowerCase(java.util.Locale.ROOT);
            Fx.run(() -> {
                PictureOf.scene(consolePane.getScene(), "console-chat-" + suffix);
                PictureOf.scene(localPane.getScene(), "local-chat-" + suffix);
                return true;
            });
            assertEquals(List.of(), Fx.run(() -> PaneText.cutOff(find(localPane, "#stop"))), "STOP is whole");
            Bounds stop = Fx.run(() -> find(localPane, "#stop")
                    .localToScene(find(localPane, "#stop").getLayoutBounds()));
            assertTrue(stop.getMaxY() <= Fx.run(() -> localPane.getScene().getHeight()), "STOP is in the window");
        }
    }

    @Test
    void aRefusedLineComesBackWithTheReasonAndEscLeavesTheField() throws Exception {
        talk.answer = ChatAnswer.TOO_OFTEN;
        say("one more");
        assertEquals("one more", Fx.run(() -> ((TextField) find(consolePane, "#chat-text")).getText()));
        assertTrue(text(consolePane, "#chat-refusal").contains("too many lines"));
        int before = backAtImages;
        Fx.run(() -> {
            find(consolePane, "#chat-text")
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
        assertEquals(before + 1, backAtImages);
    }

    private void say(String text) throws Exception {
        Fx.run(() -> {
            consolePane.chat().write();
            TextField field = (TextField) find(consolePane, "#chat-text");
            assertSame(field, field.getScene().getFocusOwner());
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
            return true;
        });
        refresh();
        refresh();
    }

    @Test
    void withoutTheLeaseTheFieldsAreLockedWithTheReasonAndStopIsNot() throws Exception {
        remote.holder = Optional.empty();
        refresh();
        assertTrue(find(consolePane, "#input-kvp").isDisabled());
        assertTrue(text(consolePane, "#edit-block").contains("you do not hold control"));
        assertFalse(find(consolePane, "#stop").isDisabled());
    }

    @Test
    void afterHalfASecondOfSilenceTheConsoleSaysUnknown() throws Exception {
        remote.silentMillis = 700;
        refresh();
        assertEquals("? UNKNOWN", text(consolePane, "#scanner-phase"));
        assertTrue(find(consolePane, "#propose").isDisabled());
        assertFalse(find(consolePane, "#stop").isDisabled());
        Fx.run(() -> {
            PictureOf.scene(consolePane.getScene(), "console-unknown");
            return true;
        });
    }

    @Test
    void aTypedValueOutsideItsLimitIsMarkedByWordAndNotSent() throws Exception {
        type("#input-ma", "900");
        assertTrue(PaneText.allText(find(consolePane, "#cell-ma")).contains("✕ above 500"));
        assertEquals(List.of(), remote.asked);
        Fx.run(() -> {
            PictureOf.scene(consolePane.getScene(), "console-outside");
            return true;
        });
        type("#input-ma", "250");
        assertEquals(
                250, ((CommandPayload.EditPlan) remote.asked.getLast()).plan().tubeCurrentMa());
    }

    @Test
    void stopGoesOutWhenTheButtonGoesDownAndByEachOfItsKeys() throws Exception {
        click(consolePane, "#stop", robot -> robot.mousePress(MouseButton.PRIMARY));
        Fx.await("the stop", () -> remote.asked.size() == 1);
        click(consolePane, "#stop", robot -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.run(() -> {
            consoleStage.requestFocus();
            return true;
        });
        Fx.await("the keyboard", () -> consoleStage.isFocused());
        Fx.run(() -> {
            new Robot().keyType(KeyCode.PAUSE);
            return true;
        });
        Fx.await("the second stop", () -> remote.asked.size() == 2);
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.keyPress(KeyCode.CONTROL);
            robot.keyPress(KeyCode.SHIFT);
            robot.keyType(KeyCode.S);
            robot.keyRelease(KeyCode.SHIFT);
            robot.keyRelease(KeyCode.CONTROL);
            return true;
        });
        Fx.await("the third stop", () -> remote.asked.size() == 3);
        assertTrue(remote.asked.stream().allMatch(CommandPayload.Stop.class::isInstance));
    }

    @Test
    void theHoldIsPressedOnlyWhileTheMouseIsDownOnTheButton() throws Exception {
        armed();
        click(localPane, "#hold", robot -> robot.mousePress(MouseButton.PRIMARY));
        Fx.await("the hold", () -> localModel.held().get());
        Fx.run(() -> {
            PictureOf.scene(localPane.getScene(), "local-held");
            return true;
        });
        click(localPane, "#stop", robot -> {});
        Fx.await("the release by leaving", () -> !localModel.held().get());
        click(localPane, "#hold", robot -> {});
        Fx.pulses(3);
        assertFalse(Fx.run(() -> localModel.held().get()), "the finger was never lifted");
        click(localPane, "#hold", robot -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    @Test
    void theHoldEndsWhenTheWindowLosesTheKeyboard() throws Exception {
        armed();
        Fx.run(() -> {
            localStage.requestFocus();
            find(localPane, "#hold").requestFocus();
            return true;
        });
        Fx.await("the keyboard", () -> find(localPane, "#hold").isFocused() && localStage.isFocused());
        Fx.run(() -> {
            new Robot().keyPress(KeyCode.SPACE);
            return true;
        });
        Fx.await("the hold", () -> localModel.held().get());
        Fx.run(() -> {
            find(localPane, "#accept").getParent().requestFocus();
            find(localPane, "#disarm").requestFocus();
            return true;
        });
        Fx.await("the release", () -> !localModel.held().get());
        Fx.run(() -> {
            new Robot().keyRelease(KeyCode.SPACE);
            return true;
        });
    }

    @Test
    void aRefusalIsShownWithItsReasonInWords() throws Exception {
        remote.answer = VerdictReason.INTERLOCK;
        remote.interlocks = List.of("door");
        remote.phase = ScannerPhase.FAULT;
        type("#input-ma", "250");
        refresh();
        assertTrue(PaneText.allText(find(consolePane, "#verdicts")).contains("an interlock is open"));
    }

    private void armed() throws Exception {
        local.planState = PlanState.ARMED;
        local.proposed = Optional.of(local.plan.sha256());
        local.accepted = Optional.of(local.plan.sha256());
        local.armedUntil = OptionalLong.of(28_000);
        refresh();
    }

    private void type(String selector, String text) throws Exception {
        Fx.run(() -> {
            TextField field = (TextField) find(consolePane, selector);
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
            return true;
        });
        refresh();
    }

    private interface Gesture {
        void by(Robot robot);
    }

    private static void click(Parent pane, String selector, Gesture gesture) throws Exception {
        Fx.run(() -> {
            Node node = find(pane, selector);
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(at.getCenterX(), at.getCenterY());
            gesture.by(robot);
            return true;
        });
        Fx.pulses(2);
    }

    private static Node find(Parent pane, String selector) {
        return java.util.Objects.requireNonNull(pane.lookup(selector), selector);
    }

    private static String text(Parent pane, String selector) throws Exception {
        return Fx.run(() -> ((Labeled) find(pane, selector)).getText());
    }
}
