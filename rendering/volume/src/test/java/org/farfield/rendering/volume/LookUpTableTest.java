package org.farfield.rendering.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LookUpTableTest {

    private final LookUpTable table = new LookUpTable(-2, 8, new int[] {10, 20, 60, 255});

    @Test
    void inputsBelowAndAboveTakeTheEndsAndThoseBetweenAreStraight() {
        assertEquals(10, table.apply(-100));
        assertEquals(10, table.apply(-2));
        assertEquals(15, table.apply(-1.5));
        assertEquals(60, table.apply(0));
        assertEquals(255, table.apply(1));
        assertEquals(255, table.apply(7));
    }

    @Test
    void voiTableIsWhiteAtTheHighestEntryItsBitsCanHold() {
        VoiTransform voi = new VoiTransform.Table(table, "");
        assertEquals(1, voi.apply(1));
        assertEquals(20 / 255.0, voi.apply(-1), 1e-12);
        assertEquals(0, voi.center());
        assertEquals(4, voi.width());
    }

    @Test
    void windowTakesAnotherWidthAndKeepsItsFunction() {
        assertEquals(new VoiTransform.Sigmoid(50, 300), new VoiTransform.Sigmoid(40, 400).with(50, 300));
        assertEquals(new VoiTransform.LinearExact(50, 300), new VoiTransform.LinearExact(40, 400).with(50, 300));
        assertEquals(new VoiTransform.Window(50, 300), new VoiTransform.Table(table, "").with(50, 300));
    }

    @Test
    void tablesAreEqualWhereTheirContentsAre() {
        assertEquals(table, new LookUpTable(-2, 8, new int[] {10, 20, 60, 255}));
        assertNotEquals(table, new LookUpTable(-1, 8, new int[] {10, 20, 60, 255}));
        assertEquals(new ModalityTransform.Table(table).apply(-1), 20);
    }

    @Test
    void entryThatItsBitsCannotHoldIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LookUpTable(0, 8, new int[] {256}));
    }
}
