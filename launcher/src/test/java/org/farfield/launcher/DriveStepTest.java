package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriveStepTest {
    @Test
    void aScriptIsLinesOfWordsWithCommentsAndBlankLines() throws WrongUsage {
        List<DriveStep> steps =
                DriveStep.parse(List.of("# a scan", "set kvp 100  # less dose", "", "propose; expect PROPOSED 5s"));
        assertEquals(
                List.of(
                        new DriveStep(2, "set", List.of("kvp", "100")),
                        new DriveStep(4, "propose", List.of()),
                        new DriveStep(4, "expect", List.of("PROPOSED", "5s"))),
                steps);
        assertEquals(5, steps.get(2).number(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fire", "set kvp", "wait", "wait long", "hold on", "plan", "expect DONE soon", "revoke now"})
    void aLineThatMakesNoSenseIsWrongUsageWithItsNumber(String line) {
        WrongUsage wrong = assertThrows(WrongUsage.class, () -> DriveStep.parse(List.of("propose", line)));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith("script line 2"), wrong::getMessage);
    }
}
