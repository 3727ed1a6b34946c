package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.farfield.workstation.reading.LoadModel.Phase;
import org.farfield.workstation.reading.LoadModel.Progress;
import org.farfield.workstation.study.Problem;
import org.junit.jupiter.api.Test;

class LoadModelTest {
    private final LoadModel load = new LoadModel();
    private int cancels;

    @Test
    void saysHowFarItIsUntilItEnds() {
        load.begin(Phase.LOADING, () -> cancels++);
        load.advance(3, 10);
        assertEquals(new Progress(Phase.LOADING, 3, 10), load.progress().get());
        assertTrue(load.busy().get());
        load.end();
        assertFalse(load.busy().get());
        assertFalse(load.cancelled().get());
    }

    @Test
    void cancelRunsItsActionOnceAndLateProgressIsIgnored() {
        load.begin(Phase.SCANNING, () -> cancels++);
        load.cancel();
        load.cancel();
        load.advance(5, 10);
        assertEquals(1, cancels);
        assertTrue(load.cancelled().get());
        assertEquals(Phase.IDLE, load.progress().get().phase());
    }

    @Test
    void anEndedLoadingCannotBeCancelled() {
        load.begin(Phase.LOADING, () -> cancels++);
        load.end();
        load.cancel();
        assertEquals(0, cancels);
        assertFalse(load.cancelled().get());
    }

    @Test
    void theSameProblemIsToldOnce() {
        Problem problem = new Problem(Path.of("a"), Problem.Kind.MALFORMED, "cut off");
        load.report(List.of(problem));
        load.report(List.of(problem, new Problem(Path.of("b"), Problem.Kind.MALFORMED, "cut off")));
        assertEquals(2, load.problems().size());
    }
}
