package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkstationTest {
    @Test
    void withoutADisplayOneLineNamesWhatIsMissingAndWhatToDo() {
        String line = Workstation.missingDisplay("Linux", Map.of()).orElseThrow();
        assertTrue(line.contains("DISPLAY") && line.contains("--snapshot"), line);
        assertFalse(line.contains("\n"), line);
    }

    @Test
    void aWaylandSessionWithoutXIsNamed() {
        String line = Workstation.missingDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))
                .orElseThrow();
        assertTrue(line.contains("Wayland"), line);
    }

    @Test
    void aDisplayOrAnotherSystemIsEnough() {
        assertEquals(Optional.empty(), Workstation.missingDisplay("Linux", Map.of("DISPLAY", ":0")));
        assertEquals(Optional.empty(), Workstation.missingDisplay("Windows 11", Map.of()));
        assertEquals(Optional.empty(), Workstation.missingDisplay("Mac OS X", Map.of()));
    }
}
