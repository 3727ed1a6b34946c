package org.farfield.workstation.reading.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.workstation.study.DraftFolder;
import org.junit.jupiter.api.Test;

class ArchiveModelTest {
    private final FakeSources sources = new FakeSources();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Path> opened = new ArrayList<>();
    private final ArchiveModel model = new ArchiveModel(
            sources,
            new ReadingStates(new DraftFolder(Path.of("no-drafts"))),
            work::add,
            Runnable::run,
            opened::addAll);

    @Test
    void theStoreAndEachArchiveAreSources() {
        assertEquals(3, model.sources().size());
        assertTrue(model.sources().getFirst().isLocal());
    }

    @Test
    void choosingASourceAsksItAndShowsTheNewestFirst() {
        sources.answers = List.of(FakeSources.study("1", "20250101"), FakeSources.study("2", "20260101"));
        model.filter().dateFrom().set("2025-01-01");
        model.source().set(model.sources().get(1));
        assertTrue(model.busy().get());
        runAll();
        assertFalse(model.busy().get());
        assertEquals(List.of("find PACS 20250101"), sources.calls);
        assertEquals("2", model.rows().getFirst().uid());
        assertEquals(Notice.of("archive.found", 2, "PACS"), model.notice().get());
    }

    @Test
    void anAnswerThatComesAfterTheNextQuestionIsDropped() {
        sources.answers = List.of(FakeSources.study("1", "20250101"));
        model.search();
        Runnable first = work.remove();
        model.source().set(model.sources().get(1));
        runAll();
        sources.answers = List.of();
        first.run();
        assertEquals(1, model.rows().size());
        assertEquals(Notice.of("archive.found", 1, "PACS"), model.notice().get());
    }

    @Test
    void aFaultIsToldInThePeersWords() {
        sources.fault = Optional.of(new IOException("PACS@127.0.0.1:104: nothing answers there"));
        model.source().set(model.sources().get(1));
        runAll();
        assertEquals(
                Notice.fault("archive.failed", "PACS@127.0.0.1:104: nothing answers there"),
                model.notice().get());
        assertFalse(model.busy().get());
    }

    @Test
    void retrievingByMoveNeedsTheReceiver() {
        model.source().set(model.sources().get(2));
        runAll();
        model.retrieve(FakeSources.study("7", ""));
        assertEquals(
                Notice.fault("archive.move.needs.receiving", "OLD"),
                model.notice().get());
        model.receiving().set(true);
        model.retrieve(FakeSources.study("7", ""));
        runAll();
        assertTrue(sources.calls.contains("retrieve 7 from OLD"));
        assertEquals(Notice.of("archive.retrieved", 4, "OLD"), model.notice().get());
    }

    @Test
    void aRetrieveThatIsNotCompleteIsAFault() {
        sources.result = new Retrieve.Result(false, false, new RetrieveProgress(0, 3, 1, 0), "status B000");
        model.source().set(model.sources().get(1));
        runAll();
        model.retrieve(FakeSources.study("7", ""));
        runAll();
        assertEquals(
                Notice.fault("archive.incomplete", 3, 1, "PACS", "status B000"),
                model.notice().get());
    }

    @Test
    void openingGivesTheFilesToTheViewer() {
        model.open(FakeSources.study("7", ""));
        runAll();
        assertEquals(List.of(Path.of("a.dcm")), opened);
    }

    @Test
    void theTestButtonTellsTheTime() {
        model.source().set(model.sources().get(1));
        runAll();
        model.test();
        runAll();
        assertEquals(Notice.of("archive.answers", "PACS", 3L), model.notice().get());
    }

    @Test
    void closingEndsTheReceiverAndTheNetwork() throws IOException {
        model.receiving().set(true);
        model.close();
        runAll();
        assertEquals(List.of("receive", "close", "receive no more"), sources.calls);
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
