package org.farfield.workstation.reading.structures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.rendering.engine.OverlayLayer;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VolumeMemoryException;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.presentation.ShownStudy;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.structures.ContourReading;
import org.farfield.workstation.study.structures.SegmentationReading;
import org.farfield.workstation.study.structures.Structure;
import org.farfield.workstation.study.structures.StructureSet;

/**
 * The segmentations and structure sets of the study that is shown, as far as they lie in the frame of reference of the
 * volume on the screen; what is chosen of them lies over the planes. FX thread; files are read on {@code disk}.
 */
public final class StructureModel {
    private final ReadingModel reading;
    private final ShownStudy study;
    private final LoadModel load;
    private final Executor ui;
    private final Executor disk;
    private final ReadOnlyObjectWrapper<List<StructureSet>> sets = new ReadOnlyObjectWrapper<>(this, "sets", List.of());
    private final DoubleProperty opacity = new SimpleDoubleProperty(this, "opacity", 0.3);
    private final Set<Key> hidden = new HashSet<>();
    private List<Path> files = List.of();
    private Optional<MprModel> over = Optional.empty();

    /** A structure among all sets. */
    private record Key(String uid, int number) {}

    /**
     * @param ui runs what must be on the FX thread
     * @param disk runs one task after the other
     */
    public StructureModel(ReadingModel reading, ShownStudy study, LoadModel load, Executor ui, Executor disk) {
        this.reading = reading;
        this.study = study;
        this.load = load;
        this.ui = ui;
        this.disk = disk;
        study.shown().subscribe(shown -> follow());
        reading.mpr().subscribe(mpr -> follow());
        opacity.subscribe(now -> draw());
    }

    /** What is delineated in what is shown. */
    public ReadOnlyObjectProperty<List<StructureSet>> sets() {
        return sets.getReadOnlyProperty();
    }

    /** Of the inside; the border is always drawn whole. */
    public DoubleProperty opacity() {
        return opacity;
    }

    /** Whether a structure is drawn. */
    public boolean visible(StructureSet set, Structure structure) {
        return !hidden.contains(new Key(set.uid(), structure.number()));
    }

    /** Draws a structure, or leaves it out. */
    public void setVisible(StructureSet set, Structure structure, boolean on) {
        Key key = new Key(set.uid(), structure.number());
        if (on ? hidden.remove(key) : hidden.add(key)) {
            draw();
        }
    }

    /** Hides all structures, or shows all where none is to be seen. */
    public void toggleAll() {
        boolean any = all().anyMatch(key -> !hidden.contains(key));
        List<Key> keys = all().toList();
        if (any) {
            hidden.addAll(keys);
        } else {
            keys.forEach(hidden::remove);
        }
        sets.set(List.copyOf(new ArrayList<>(sets.get())));
        draw();
    }

    private Stream<Key> all() {
        return sets.get().stream()
                .flatMap(set -> set.structures().stream().map(each -> new Key(set.uid(), each.number())));
    }

    /** Goes to the middle of a structure. */
    public void goTo(StructureSet set, Structure structure) {
        for (Volume layer : set.layers()) {
            Optional<PatientPoint> middle = Middle.of(layer, structure.number());
            if (middle.isPresent()) {
                reading.mpr().get().ifPresent(mpr -> mpr.moveCrosshair(middle.get()));
                return;
            }
        }
    }

    private void follow() {
        Optional<MprModel> now = reading.mpr().get();
        List<Path> wanted = now.isEmpty()
                ? List.of()
                : study.shown().get().map(StructureModel::objects).orElse(List.of());
        if (wanted.equals(files) && now.equals(over)) {
            return;
        }
        files = wanted;
        over = now;
        sets.set(List.of());
        now.ifPresent(mpr -> {
            mpr.labels().set(List.of());
            if (!wanted.isEmpty()) {
                VolumeGeometry grid = mpr.displaySet().volume().geometry();
                disk.execute(() -> read(wanted, grid, mpr));
            }
        });
    }

    private static List<Path> objects(ShownStudy.Shown shown) {
        return Stream.of(StructureSet.SEGMENTATION, StructureSet.RT_STRUCTURE_SET)
                .flatMap(each -> shown.files(each).stream())
                .toList();
    }

    private void read(List<Path> from, VolumeGeometry grid, MprModel mpr) {
        List<StructureSet> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : from) {
            try {
                read(Part10.read(file), grid).ifPresent(found::add);
            } catch (IOException | VolumeMemoryException e) {
                problems.add(
                        new Problem(file, Problem.Kind.MALFORMED, "its structures cannot be shown: " + e.getMessage()));
            }
        }
        ui.execute(() -> {
            load.report(problems);
            if (over.filter(mpr::equals).isPresent() && files.equals(from)) {
                sets.set(List.copyOf(found));
                draw();
            }
        });
    }

    private static Optional<StructureSet> read(DicomFile file, VolumeGeometry grid) throws IOException {
        StructureSet set = file.sopClassUid().equals(StructureSet.SEGMENTATION)
                ? SegmentationReading.read(file)
                : ContourReading.read(file, grid);
        boolean here = set.layers().stream()
                .allMatch(layer -> layer.geometry().frameOfReference().equals(grid.frameOfReference()));
        return here ? Optional.of(set) : Optional.empty();
    }

    private void draw() {
        over.ifPresent(mpr -> mpr.labels().set(layers()));
    }

    private List<OverlayLayer> layers() {
        List<OverlayLayer> layers = new ArrayList<>();
        for (StructureSet set : sets.get()) {
            Map<Integer, Integer> colours = new HashMap<>();
            set.structures().stream()
                    .filter(each -> visible(set, each))
                    .forEach(each -> colours.put(each.number(), each.rgb()));
            if (!colours.isEmpty()) {
                set.layers().forEach(layer -> layers.add(new OverlayLayer.Labels(layer, colours, opacity.get(), true)));
            }
        }
        return layers;
    }
}
