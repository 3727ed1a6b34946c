package org.farfield.remote.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.phantom.Phantoms;
import org.junit.jupiter.api.Test;

class ProtocolsTest {
    @Test
    void everySubjectHasPlansWithinTheScannersLimitsThatGiveTheDoseTheyName() {
        Map<Phantoms, Double> ctdiVol = Map.of(
                Phantoms.THORAX, 9.0,
                Phantoms.HEAD, 49.0,
                Phantoms.ABDOMEN, 12.0,
                Phantoms.THORAX_5, 2.7,
                Phantoms.THORAX_1, 1.8,
                Phantoms.HEAD_5, 40.0,
                Phantoms.ABDOMEN_5, 5.4,
                Phantoms.QUALITY, 12.0);
        for (Phantoms subject : Phantoms.values()) {
            List<ScanPlan> plans = Protocols.shipped().plans(subject);
            for (ScanPlan plan : plans) {
                assertEquals(
                        List.of(),
                        ScannerFacts.description(plans).limits().check(plan),
                        subject + " " + plan.canonicalText());
                assertTrue(plan.kilovolts() * plan.tubeCurrentMa() / 1000 <= ScannerFacts.GENERATOR_KILOWATTS);
            }
            ScanPlan helical = plans.stream()
                    .filter(p -> p.kind() == PlanKind.HELICAL)
                    .findFirst()
                    .orElseThrow();
            double given = TwinDose.of(subject.bodyPart()).estimate(helical).ctdiVolMGy();
            double named = ctdiVol.getOrDefault(subject, 0.0);
            assertEquals(named, given, 0.02 * named, subject.word());
        }
    }

    @Test
    void aFileThatMakesNoSenseIsRefusedByItsLine() {
        refused("line 1: a 'protocol' line", "dose 120 9 ; source");
        refused("line 2: a value needs its source", "protocol a CHEST 0 -\ndose 120 9");
        refused("line 2: 'x' is no number", "protocol a CHEST 0 -\ndose 120 x ; source");
        refused("protocol a needs a line", "protocol a CHEST 0 -\ndose 120 9 ; source");
        refused("no protocol in it", "# nothing");
    }

    private static void refused(String expected, String text) {
        IOException thrown = assertThrows(IOException.class, () -> Protocols.parse("file", text));
        assertTrue(String.valueOf(thrown.getMessage()).contains(expected), thrown.getMessage());
    }
}
