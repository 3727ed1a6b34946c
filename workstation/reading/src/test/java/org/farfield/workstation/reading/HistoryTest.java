package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();
    private final StringBuilder text = new StringBuilder();

    private void type(char letter) {
        text.append(letter);
        history.push(new Change("type", () -> text.setLength(text.length() - 1), () -> text.append(letter)));
    }

    @Test
    void undoGoesBackNewestFirstAndRedoForwardAgain() {
        type('a');
        type('b');
        history.undo();
        assertEquals("a", text.toString());
        history.undo();
        assertEquals("", text.toString());
        assertFalse(history.canUndo().get());
        history.redo();
        history.redo();
        assertEquals("ab", text.toString());
        assertFalse(history.canRedo().get());
    }

    @Test
    void aNewChangeEndsWhatCouldBeRedone() {
        type('a');
        history.undo();
        type('b');
        assertFalse(history.canRedo().get());
        history.redo();
        assertEquals("b", text.toString());
    }

    @Test
    void undoOfNothingIsNothing() {
        history.undo();
        history.redo();
        assertEquals("", text.toString());
    }

    @Test
    void theOldestChangesAreForgotten() {
        for (int i = 0; i < 300; i++) {
            type('x');
        }
        for (int i = 0; i < 300; i++) {
            history.undo();
        }
        assertEquals(100, text.length());
        assertTrue(history.canRedo().get());
    }
}
