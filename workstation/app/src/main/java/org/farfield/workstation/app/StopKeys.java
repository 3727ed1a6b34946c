package org.farfield.workstation.app;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys that stop a scan, the same in every window; no command may have them. Pause stands alone at the keyboard's
 * upper right; for keyboards without it there is a chord that the left hand finds without a look.
 */
public final class StopKeys {
    private static final List<KeyCombination> ALL =
            List.of(KeyCombination.valueOf("Pause"), KeyCombination.valueOf("Shortcut+Shift+S"));

    private StopKeys() {}

    public static boolean match(KeyEvent event) {
        return ALL.stream().anyMatch(key -> key.match(event));
    }

    static boolean hold(KeyCombination key) {
        return ALL.contains(key);
    }

    /** For buttons and lists. */
    public static String displayText() {
        return ALL.stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(" / "));
    }
}
