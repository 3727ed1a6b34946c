package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.farfield.remote.protocol.DoseFigures;
import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseGateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    /** 100 mA x 0.5 s / pitch 1 = 50 mAs; 10 mGy a 100 mAs: 5 mGy; 40 mm range and a rotation of 40 mm: 8 cm. */
    private static final ScanPlan FIVE_MGY = ScanPlan.helical(20, -20).with(PlanField.TUBE_CURRENT_MA, 100);

    @TempDir
    Path folder;

    private static DoseRules rules(String values) {
        try {
            return DoseRules.parse("test", "examines torso\nregion torso 32\noutput 120 10 2 ; a phantom\n" + values);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theEstimateFollowsItsFormula() {
        DoseGuide guide = rules("").guide("19700101", TODAY);
        DoseFigures at120 = guide.estimate(FIVE_MGY);
        assertEquals(5, at120.ctdiVolMGy(), 1e-9);
        assertEquals(5 * 8, at120.dlpMGyCm(), 1e-9);
        assertEquals(
                5 * (80.0 / 120) * (80.0 / 120),
                guide.estimate(FIVE_MGY.with(PlanField.KILOVOLTS, 80)).ctdiVolMGy(),
                1e-9);
        assertEquals(
                2.5, guide.estimate(FIVE_MGY.with(PlanField.PITCH, 2)).ctdiVolMGy(), 1e-9, "twice the pitch, half");
        // a place lies 5 mm / 100 mm/s = 0.05 s in the beam of a localizer: 35 mA x 0.05 s = 1.75 mAs
        DoseFigures localizer = guide.estimate(ScanPlan.localizer(LocalizerView.AP, 150, -150));
        assertEquals(0.175, localizer.ctdiVolMGy(), 1e-9);
        assertEquals(0.175 * 30, localizer.dlpMGyCm(), 1e-9);
    }

    /** AAPM Dose Check Guidelines version 1.0, notification values for the torso in the 32 cm phantom. */
    @ParameterizedTest
    @CsvSource({"19700101, 50", "20161122, 50", "20161123, 10", "20260101, 10", "'', 10", "unknown, 10", "20300101, 10"
    })
    void theShippedValuesAreThePublishedOnes(String birthDate, double notification) {
        DoseGuide guide = DoseRules.shipped().guide(birthDate, TODAY);
        assertEquals(OptionalDouble.of(notification), guide.notification().ctdiVolMGy());
        assertEquals(OptionalDouble.of(1000), guide.alert().ctdiVolMGy());
        assertEquals(OptionalDouble.empty(), guide.ceiling().ctdiVolMGy());
        assertEquals(OptionalDouble.empty(), guide.notification().dlpMGyCm());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notification ctdivol 0 - 50 | line 4: a value needs its source",
                "notification ctdivol 0 - 50 ; | line 4: a value needs its source",
                "notification ctdivol 0 - many ; x | line 4: 'many' is no number",
                "notification ctdivol 0 - -1 ; x | line 4: -1 is not from 0",
                "warning ctdivol 0 - 50 ; x | line 4: 'warning' is none of",
                "notification mSv 0 - 50 ; x | line 4: expected:",
                "region torso 20 | line 4: expected: region",
                "examines nothing | names no region"
            })
    void aLineThatMakesNoSenseIsNamed(String line, String fault) {
        IOException wrong = assertThrows(
                IOException.class,
                () -> DoseRules.parse(
                        "site.txt", "examines torso\nregion torso 32\noutput 120 10 2 ; a phantom\n" + line));
        assertTrue(
                String.valueOf(wrong.getMessage()).startsWith("site.txt")
                        && String.valueOf(wrong.getMessage()).contains(fault),
                wrong::getMessage);
    }

    @Test
    void aFileIsReadAndATooLongOneIsNot() throws IOException {
        Path file = folder.resolve("dose.txt");
        Files.writeString(file, DoseRules.shipped().text());
        assertEquals(DoseRules.shipped().text(), DoseRules.read(file).text());
        Files.write(file, new byte[DoseRules.MOST_BYTES + 1]);
        assertThrows(IOException.class, () -> DoseRules.read(file));
    }

    private static Scene scene(String values) {
        return new Scene(SessionRules.standard(), rules(values)).leased();
    }

    private static void refused(Verdict verdict, VerdictReason reason) {
        assertEquals(reason, verdict.reason(), verdict::toString);
    }

    private static CommandPayload edit(ScanPlan plan) {
        return new CommandPayload.EditPlan(plan);
    }

    @Test
    void aPlanAboveTheCeilingIsNotCommitted() {
        Scene scene = scene("ceiling ctdivol 0 - 4.9 ; the site");
        ScanPlan before = scene.rig.state().plan();
        refused(scene.remote.ask(edit(FIVE_MGY)), VerdictReason.DOSE);
        assertEquals(before, scene.rig.state().plan());
        scene.yes(scene.remote, edit(FIVE_MGY.with(PlanField.TUBE_CURRENT_MA, 98)));
    }

    @Test
    void aPlanAboveANotificationValueIsNotProposedWithoutAReason() {
        Scene scene = scene("notification dlp 0 - 39.9 ; the site");
        scene.yes(scene.remote, edit(FIVE_MGY));
        assertEquals(
                DoseLevel.NOTIFICATION, scene.rig.state().dose().orElseThrow().level());
        refused(scene.remote.ask(new CommandPayload.Propose()), VerdictReason.DOSE);
        String hash = scene.rig.state().planSha256();
        refused(scene.remote.ask(new CommandPayload.ExplainDose(hash, " ")), VerdictReason.DOSE);
        refused(scene.remote.ask(new CommandPayload.ExplainDose("0", "heavy")), VerdictReason.HASH_MISMATCH);
        scene.yes(scene.remote, new CommandPayload.ExplainDose(hash, "heavy patient"));
        scene.yes(scene.remote, new CommandPayload.Propose());
        assertEquals(
                "heavy patient",
                scene.rig.state().dose().orElseThrow().reason().orElseThrow().reason());
    }

    @Test
    void aReasonIsForOnePlanOnly() {
        Scene scene = scene("notification ctdivol 0 - 4 ; the site");
        scene.yes(scene.remote, edit(FIVE_MGY));
        scene.yes(scene.remote, new CommandPayload.ExplainDose(FIVE_MGY.sha256(), "heavy patient"));
        scene.yes(scene.remote, edit(FIVE_MGY.with(PlanField.TUBE_CURRENT_MA, 300)));
        refused(scene.remote.ask(new CommandPayload.Propose()), VerdictReason.DOSE);
    }

    @Test
    void anAlertNeedsASecondPersonAtTheScanner() {
        Scene scene = scene("alert ctdivol 0 - 4 ; the site");
        scene.yes(scene.remote, edit(FIVE_MGY));
        scene.yes(scene.remote, new CommandPayload.ExplainDose(FIVE_MGY.sha256(), "urgent"));
        scene.yes(scene.remote, new CommandPayload.Propose());
        scene.yes(scene.local, new CommandPayload.ConfirmPatient("P-1", "19700101"));
        refused(scene.local.ask(new CommandPayload.Accept(FIVE_MGY.sha256())), VerdictReason.DOSE);
        refused(
                scene.remote.ask(new CommandPayload.AuthoriseDose(FIVE_MGY.sha256(), "I say so")),
                VerdictReason.ROLE_MAY_NOT);
        scene.yes(scene.local, new CommandPayload.AuthoriseDose(FIVE_MGY.sha256(), "seen with the physicist"));
        scene.yes(scene.local, new CommandPayload.Accept(FIVE_MGY.sha256()));
        scene.rig.advance(100);
        scene.yes(scene.local, new CommandPayload.Arm());
    }

    @Test
    void whoMadeThePlanIsNotTheSecondPerson() {
        Scene scene = new Scene(SessionRules.standard(), rules("alert ctdivol 0 - 4 ; the site"));
        scene.yes(scene.local, edit(FIVE_MGY));
        scene.yes(scene.local, new CommandPayload.ExplainDose(FIVE_MGY.sha256(), "urgent"));
        scene.yes(scene.local, new CommandPayload.Propose());
        CommandPayload second = new CommandPayload.AuthoriseDose(FIVE_MGY.sha256(), "both of me");
        refused(scene.local.ask(second), VerdictReason.DOSE);
        Person other = scene.rig.present("other", Role.LOCAL_OPERATOR);
        scene.yes(other, second);
    }

    @Test
    void whatTheStudyGaveIsAddedUpWhereItWasGiven() {
        Scene scene = scene("alert ctdivol 0 - 9 ; the site\nceiling dlp 0 - 100 ; the site");
        run(scene, FIVE_MGY);
        assertEquals(5, scene.rig.state().dose().orElseThrow().before().ctdiVolMGy(), 1e-9);
        scene.yes(scene.remote, edit(FIVE_MGY));
        assertEquals(DoseLevel.ALERT, scene.rig.state().dose().orElseThrow().level(), "5 + 5 mGy at one place");
        ScanPlan elsewhere = FIVE_MGY.with(PlanField.START_MM, 220).with(PlanField.END_MM, 180);
        scene.yes(scene.remote, edit(elsewhere));
        assertEquals(DoseLevel.BELOW, scene.rig.state().dose().orElseThrow().level(), "5 mGy each at two places");
        run(scene, elsewhere);
        refused(
                scene.remote.ask(edit(elsewhere.with(PlanField.START_MM, 420).with(PlanField.END_MM, 380))),
                VerdictReason.DOSE); // 3 x 40 mGy cm wherever they lie
    }

    private static void run(Scene scene, ScanPlan plan) {
        scene.yes(scene.remote, edit(plan));
        scene.yes(scene.remote, new CommandPayload.Propose());
        if (!scene.rig.state().patient().identityConfirmed()) {
            scene.yes(scene.local, new CommandPayload.ConfirmPatient("P-1", "19700101"));
        }
        scene.yes(scene.local, new CommandPayload.Accept(plan.sha256()));
        scene.local.hold(false);
        scene.rig.advance(100);
        scene.yes(scene.local, new CommandPayload.Arm());
        scene.rig.advance(100);
        scene.local.hold(true);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
        scene.beamOn();
        scene.rig.feed(new CoreInput.RunDone(scene.rig.runningSeries()));
        scene.local.hold(false);
        scene.rig.scanner(ScannerPhase.READY);
        scene.rig.advance(100);
    }
}
