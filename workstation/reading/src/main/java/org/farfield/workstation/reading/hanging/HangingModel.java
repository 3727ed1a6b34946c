package org.farfield.workstation.reading.hanging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;

/**
 * Hangs each series as it is shown, by the first protocol that fits, and goes through its stages. A live scan is left
 * as it is. FX thread.
 */
public final class HangingModel {
    /** A protocol and which of its stages is hung, counted from 0. */
    public record Hung(HangingProtocol protocol, int stage) {}

    private final ReadingModel reading;
    private final StudyListModel list;
    private final Path file;
    private final Executor ui;
    private final Executor disk;
    private final Runnable showPrior;
    private final ObservableList<HangingProtocol> protocols = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Hung>> hung = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty automatic = new SimpleBooleanProperty(this, "automatic", true);

    /**
     * Reads the protocols.
     *
     * @param file the reader's own; those that come with the program hold while there is none
     * @param ui runs what must be on the FX thread, later
     * @param disk runs one task after the other
     * @param showPrior puts the likeliest prior beside what is shown
     */
    public HangingModel(
            ReadingModel reading, StudyListModel list, Path file, Executor ui, Executor disk, Runnable showPrior) {
        this.reading = reading;
        this.list = list;
        this.file = file;
        this.ui = ui;
        this.disk = disk;
        this.showPrior = showPrior;
        read();
        reading.mpr().subscribe(shown -> shown.ifPresent(mpr -> ui.execute(() -> hang(mpr))));
    }

    private void read() {
        try {
            protocols.setAll(Files.exists(file) ? HangingFile.read(file) : HangingFile.shipped());
        } catch (IOException e) {
            fault.set(Optional.of(String.valueOf(e.getMessage())));
            protocols.setAll(HangingFile.shipped());
        }
    }

    /** Those that come with the program. */
    public static List<HangingProtocol> shipped() {
        return HangingFile.shipped();
    }

    /** All of them; the first that fits is taken. */
    public ObservableList<HangingProtocol> protocols() {
        return FXCollections.unmodifiableObservableList(protocols);
    }

    /** What hangs now; empty where no protocol fitted. */
    public ReadOnlyObjectProperty<Optional<Hung>> hung() {
        return hung.getReadOnlyProperty();
    }

    /** Why the reader's own protocols could not be read or written. */
    public ReadOnlyObjectProperty<Optional<String>> fault() {
        return fault.getReadOnlyProperty();
    }

    /** Whether series are hung as they are shown. */
    public BooleanProperty automatic() {
        return automatic;
    }

    private void hang(MprModel mpr) {
        boolean still = reading.mpr().get().filter(now -> now == mpr).isPresent();
        if (!still) {
            return;
        }
        hung.set(Optional.empty());
        Optional<StudyRow.OfSeries> row = list.shownRow();
        if (automatic.get() && !mpr.displaySet().live() && row.isPresent()) {
            protocols.stream()
                    .filter(protocol -> protocol.fits(row.get()))
                    .findFirst()
                    .ifPresent(this::hang);
        }
    }

    /** Hangs what is shown by this protocol, from its first stage. */
    public void hang(HangingProtocol protocol) {
        show(protocol, 0);
        if (protocol.prior()) {
            showPrior.run();
        }
    }

    /** Goes on by so many stages, round and round. */
    public void step(int by) {
        hung.get().ifPresent(now -> {
            int stages = now.protocol().stages().size();
            show(now.protocol(), Math.floorMod(now.stage() + by, stages));
        });
    }

    private void show(HangingProtocol protocol, int stage) {
        protocol.stages().get(stage).applyTo(reading);
        hung.set(Optional.of(new Hung(protocol, stage)));
    }

    /** The view as it is now, as a stage; empty where nothing is shown. */
    public Optional<HangingStage> asNow() {
        return HangingStage.of(reading);
    }

    /**
     * A protocol of one stage, the view as it is now, for series like the one that is shown: of its modality, with its
     * body part or description. Comes first. Empty where nothing of the list is shown.
     */
    public Optional<HangingProtocol> remember() {
        Optional<HangingProtocol> made = list.shownRow()
                .flatMap(row -> asNow().map(stage -> {
                    String part = row.series().bodyPart();
                    String words = part.isBlank() ? row.series().description() : part;
                    String name = (row.series().modality() + " " + words).strip();
                    return new HangingProtocol(
                            name, row.series().modality(), HangingProtocol.words(words), false, List.of(stage));
                }));
        made.ifPresent(protocol -> {
            List<HangingProtocol> all = new ArrayList<>(protocols);
            all.add(0, protocol);
            keep(all);
            hung.set(Optional.of(new Hung(protocol, 0)));
        });
        return made;
    }

    /** Takes these in place of all and writes them to the reader's file. */
    public void keep(List<HangingProtocol> all) {
        protocols.setAll(all);
        List<HangingProtocol> now = List.copyOf(all);
        onDisk(() -> HangingFile.write(file, now));
    }

    /** Only those that come with the program. */
    public void restoreShipped() {
        protocols.setAll(HangingFile.shipped());
        onDisk(() -> Files.deleteIfExists(file));
    }

    private interface Piece {
        void run() throws IOException;
    }

    private void onDisk(Piece piece) {
        disk.execute(() -> {
            Optional<String> outcome;
            try {
                piece.run();
                outcome = Optional.empty();
            } catch (IOException e) {
                outcome = Optional.of(String.valueOf(e.getMessage()));
            }
            Optional<String> told = outcome;
            ui.execute(() -> fault.set(told));
        });
    }
}
