package org.farfield.launcher;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assertions;

/** A person's hands on one window: mouse and keys of the machine, never a call into the pane. */
final class Hands {

    private final Stage stage;
    private final Robot robot;

    Hands(Stage stage) throws Exception {
        this.stage = stage;
        this.robot = Fx.on(Robot::new);
    }

    /** Clicks on a node once it is enabled. */
    void click(String selector) throws Exception {
        press(selector);
        release();
    }

    /** Puts the primary button down on a node once it is enabled. */
    void press(String selector) throws Exception {
        raise();
        Fx.await(selector + " to be enabled", () -> !node(selector).isDisabled());
        move(selector);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        pulses();
    }

    void release() throws Exception {
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        pulses();
    }

    /** Clicks into a field, replaces what is in it and presses Enter. */
    void type(String selector, String text) throws Exception {
        click(selector);
        Fx.await("the keyboard in " + selector, () -> node(selector).isFocused());
        Fx.run(() -> {
            robot.keyPress(KeyCode.CONTROL);
            robot.keyType(KeyCode.A);
            robot.keyRelease(KeyCode.CONTROL);
            text.chars().forEach(this::key);
            robot.keyType(KeyCode.ENTER);
        });
        pulses();
    }

    /** Opens a list of choices and goes so many down (or up) from what is chosen. */
    void choose(String selector, int down) throws Exception {
        click(selector);
        Fx.run(() -> {
            for (int i = 0; i < Math.abs(down); i++) {
                robot.keyType(down > 0 ? KeyCode.DOWN : KeyCode.UP);
            }
            robot.keyType(KeyCode.ENTER);
        });
        pulses();
    }

    /** Drags from one place of a node to another, in its own coordinates. */
    void drag(String selector, Point2D from, Point2D to) throws Exception {
        raise();
        Fx.run(() -> robot.mouseMove(node(selector).localToScreen(from)));
        pulses();
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int step = 1; step <= 5; step++) {
            Point2D at = from.interpolate(to, step / 5.0);
            Fx.run(() -> robot.mouseMove(node(selector).localToScreen(at)));
            pulses();
        }
        release();
    }

    /** Clicks on a node that the test has found. */
    void click(Node node) throws Exception {
        raise();
        Fx.run(() -> {
            robot.mouseMove(centre(node));
            robot.mouseClick(MouseButton.PRIMARY);
        });
        pulses();
    }

    Node node(String selector) {
        return Objects.requireNonNull(stage.getScene().getRoot().lookup(selector), selector);
    }

    private void raise() throws Exception {
        Fx.run(() -> {
            stage.toFront();
            stage.requestFocus();
        });
        Fx.await("the window to have the keyboard", stage::isFocused);
    }

    private void move(String selector) throws Exception {
        Assertions.assertTrue(Fx.on(() -> inSight(node(selector))), selector + " is scrolled out of sight");
        Fx.run(() -> robot.mouseMove(centre(node(selector))));
        pulses();
    }

    /** Whether no scroll pane cuts off a node's centre, so that a click reaches it and not what lies over it. */
    private static boolean inSight(Node node) {
        Point2D centre = centre(node);
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane scroll
                    && !scroll.localToScreen(scroll.getLayoutBounds()).contains(centre)) {
                return false;
            }
        }
        return true;
    }

    private static Point2D centre(Node node) {
        Bounds at = node.localToScreen(node.getLayoutBounds());
        return new Point2D(at.getCenterX(), at.getCenterY());
    }

    private void key(int character) {
        KeyCode code = KeyCode.getKeyCode(String.valueOf((char) Character.toUpperCase(character)));
        if (character == '-') {
            robot.keyType(KeyCode.MINUS);
        } else if (character == '.') {
            robot.keyType(KeyCode.PERIOD);
        } else if (Character.isUpperCase(character)) {
            robot.keyPress(KeyCode.SHIFT);
            robot.keyType(Objects.requireNonNull(code));
            robot.keyRelease(KeyCode.SHIFT);
        } else {
            robot.keyType(Objects.requireNonNull(code));
        }
    }

    private static void pulses() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        Fx.await("two pulses", () -> seen.incrementAndGet() > 2);
    }
}
