package org.farfield.workstation.reading.presentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.farfield.dicom.Part10;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.kept.DiskWork;
import org.farfield.workstation.reading.kept.KeptStudy;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.report.ko.KeyObjectSelection;
import org.farfield.workstation.report.ko.KeyReference;
import org.farfield.workstation.report.ko.KeyTitle;
import org.farfield.workstation.report.sr.Code;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.Problem;

/**
 * The key images of the study that is shown: those of its Key Object Selections, whoever made them, and those that the
 * reader marks, in a draft until they are saved. FX thread; the disk is touched on {@code disk}, one task after the
 * other.
 */
public final class KeyObjects {
    private final ShownStudy study;
    private final LoadModel load;
    private final LocalStore store;
    private final DraftFolder drafts;
    private final Executor ui;
    private final Executor disk;
    private final DiskWork work;
    private final Clock clock;
    private final Supplier<Reader> reader;
    private final ReadOnlyObjectWrapper<List<KeyMark>> marks = new ReadOnlyObjectWrapper<>(this, "marks", List.of());
    private String studyUid = "";
    private List<Path> files = List.of();
    private Runnable saved = () -> {};

    /**
     * @param ui runs what must be on the FX thread
     * @param disk runs one task after the other
     */
    public KeyObjects(
            ShownStudy study,
            LoadModel load,
            LocalStore store,
            DraftFolder drafts,
            Executor ui,
            Executor disk,
            Clock clock,
            Supplier<Reader> reader) {
        this.study = study;
        this.load = load;
        this.store = store;
        this.drafts = drafts;
        this.ui = ui;
        this.disk = disk;
        this.work = new DiskWork(disk, ui, problem -> load.report(List.of(problem)));
        this.clock = clock;
        this.reader = reader;
        study.shown().subscribe(this::follow);
    }

    /** Runs after marks were saved. */
    public void onSaved(Runnable action) {
        saved = action;
    }

    /** All marks of the study, saved ones first. */
    public ReadOnlyObjectProperty<List<KeyMark>> marks() {
        return marks.getReadOnlyProperty();
    }

    /** The marks of one image. */
    public List<KeyMark> on(AcquiredSlice slice) {
        return marks.get().stream().filter(mark -> mark.isOn(slice)).toList();
    }

    private void follow(Optional<ShownStudy.Shown> shown) {
        String uid = shown.map(now -> now.study().study().uid()).orElse("");
        boolean same = uid.equals(studyUid);
        List<Path> now =
                shown.map(each -> each.files(SrDocument.KEY_OBJECT_SELECTION)).orElse(List.of());
        if (same && now.equals(files)) {
            return;
        }
        studyUid = uid;
        files = now;
        if (!same) {
            marks.set(List.of());
        }
        shown.ifPresent(each -> read(uid, now, !same));
    }

    private void read(String uid, List<Path> documents, boolean withDraft) {
        disk.execute(() -> {
            List<KeyMark> found = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            documents.forEach(file -> found.addAll(marks(file, true, problems)));
            for (KeyTitle title : withDraft ? KeyTitle.values() : new KeyTitle[0]) {
                Path draft = draft(uid, title.code());
                if (Files.exists(draft)) {
                    found.addAll(marks(draft, false, problems));
                }
            }
            ui.execute(() -> found(uid, found, withDraft, problems));
        });
    }

    private void found(String uid, List<KeyMark> found, boolean withDraft, List<Problem> problems) {
        load.report(problems);
        if (uid.equals(studyUid)) {
            List<KeyMark> all = new ArrayList<>(found);
            if (!withDraft) {
                all.addAll(unsaved());
            }
            marks.set(List.copyOf(all));
        }
    }

    /** A manifest lists a whole study: it marks nothing. */
    private static List<KeyMark> marks(Path file, boolean saved, List<Problem> problems) {
        try {
            return KeyObjectSelection.read(SrDocument.of(Part10.read(file).dataSet()))
                    .filter(each ->
                            KeyTitle.of(each.title()).filter(KeyTitle::isList).isEmpty())
                    .map(each -> each.images().stream()
                            .map(image -> new KeyMark(image, each.title(), each.observer(), saved))
                            .toList())
                    .orElse(List.of());
        } catch (IOException e) {
            problems.add(new Problem(file, Problem.Kind.MALFORMED, "its key images cannot be read: " + e.getMessage()));
            return List.of();
        }
    }

    private Path draft(String uid, Code title) {
        return drafts.file("key-objects", uid, title.value());
    }

    private List<KeyMark> unsaved() {
        return marks.get().stream().filter(mark -> !mark.saved()).toList();
    }

    /** Marks the image that is looked at; nothing where it is marked for the same already. */
    public void mark(KeyTitle title) {
        study.current().ifPresent(slice -> {
            boolean there = on(slice).stream().anyMatch(mark -> mark.title().is(title.code()));
            if (!there) {
                List<KeyMark> more = new ArrayList<>(marks.get());
                more.add(new KeyMark(
                        new KeyReference(slice.image(), slice.frame()),
                        title.code(),
                        reader.get().name(),
                        false));
                changed(more);
            }
        });
    }

    /** Marks the image that is looked at, or takes its mark that is not saved yet away. */
    public void toggle(KeyTitle title) {
        study.current().ifPresent(slice -> {
            List<KeyMark> left = marks.get().stream()
                    .filter(mark -> mark.saved() || !mark.isOn(slice))
                    .toList();
            if (left.size() < marks.get().size()) {
                changed(left);
            } else {
                mark(title);
            }
        });
    }

    private void changed(List<KeyMark> now) {
        marks.set(List.copyOf(now));
        study.shown().get().ifPresent(shown -> {
            String uid = studyUid;
            Writing writing = new Writing(shown.study(), unsaved());
            work.run(shown.study().file(), "the key images", () -> {
                Map<Code, SrDocument> drawn = writing.documents();
                for (KeyTitle title : KeyTitle.values()) {
                    Optional<SrDocument> draft = Optional.ofNullable(drawn.get(title.code()));
                    if (draft.isPresent()) {
                        drafts.write(draft(uid, title.code()), draft.get().toPart10());
                    } else {
                        drafts.delete(draft(uid, title.code()));
                    }
                }
            });
        });
    }

    /** Puts the marks that are not saved yet into the study, a document a purpose; nothing where there are none. */
    public void save() {
        List<KeyMark> open = unsaved();
        Optional<ShownStudy.Shown> shown = study.shown().get();
        if (open.isEmpty() || shown.isEmpty()) {
            return;
        }
        String uid = studyUid;
        Writing writing = new Writing(shown.get().study(), open);
        work.run(shown.get().study().file(), "the key images", () -> {
            for (Map.Entry<Code, SrDocument> each : writing.documents().entrySet()) {
                store.store(each.getValue().toPart10());
                drafts.delete(draft(uid, each.getKey()));
            }
            ui.execute(() -> {
                if (uid.equals(studyUid)) {
                    marks.set(marks.get().stream()
                            .map(mark -> open.contains(mark)
                                    ? new KeyMark(mark.image(), mark.title(), mark.observer(), true)
                                    : mark)
                            .toList());
                }
                saved.run();
            });
        });
    }

    /** What the documents hold, as it was when somebody marked. */
    private final class Writing {
        private final KeptStudy of;
        private final List<KeyMark> open;
        private final ZonedDateTime made = ZonedDateTime.now(clock);
        private final Reader who = reader.get();

        Writing(KeptStudy of, List<KeyMark> open) {
            this.of = of;
            this.open = open;
        }

        /** On the disk's thread: the header of the study is read. */
        Map<Code, SrDocument> documents() throws IOException {
            Map<Code, List<KeyReference>> byTitle = new LinkedHashMap<>();
            open.forEach(mark -> byTitle.computeIfAbsent(mark.title(), k -> new ArrayList<>())
                    .add(mark.image()));
            StudyHeader header = StudyHeader.of(of.file());
            Map<Code, SrDocument> documents = new LinkedHashMap<>();
            byTitle.forEach((title, images) -> documents.put(
                    title,
                    new KeyObjectSelection(title, who.name(), "", images).document(header, made, who.language())));
            return documents;
        }
    }

    /** Shows the next image of the series that is marked, or the one before; after the last comes the first. */
    public void step(int by) {
        study.shown().get().ifPresent(now -> {
            List<AcquiredSlice> keys = now.slices().stream()
                    .filter(slice -> on(slice).stream().anyMatch(KeyMark::worthLooking))
                    .sorted(java.util.Comparator.comparingDouble(slice -> place(now, slice)))
                    .toList();
            if (keys.isEmpty()) {
                return;
            }
            double here = study.current().map(slice -> place(now, slice)).orElse(0.0);
            List<AcquiredSlice> beyond = keys.stream()
                    .filter(slice -> by > 0 ? place(now, slice) > here : place(now, slice) < here)
                    .toList();
            List<AcquiredSlice> among = beyond.isEmpty() ? keys : beyond;
            study.goTo(by > 0 ? among.getFirst() : among.getLast());
        });
    }

    /** From head to feet for axial slices; as they come in the series for single images. */
    private static double place(ShownStudy.Shown now, AcquiredSlice slice) {
        boolean stack = now.slices().stream().allMatch(each -> each.plane().isPresent());
        return stack
                ? -AcquiredSlice.ahead(
                        now.slices().getFirst().plane().orElseThrow(),
                        slice.plane().orElseThrow().position())
                : now.slices().indexOf(slice);
    }

    /** Which image of the series on the screen it is, from 1, in the order in which {@link #step} goes. */
    public Optional<Integer> numberOf(AcquiredSlice slice) {
        return study.shown().get().filter(now -> now.slices().contains(slice)).map(now -> {
            double here = place(now, slice);
            return 1
                    + (int) now.slices().stream()
                            .filter(each -> place(now, each) < here)
                            .count();
        });
    }

    /** Shows an image of a mark where it is in the series on the screen. */
    public void goTo(KeyMark mark) {
        study.shown()
                .get()
                .ifPresent(now ->
                        now.slices().stream().filter(mark::isOn).findFirst().ifPresent(study::goTo));
    }
}
