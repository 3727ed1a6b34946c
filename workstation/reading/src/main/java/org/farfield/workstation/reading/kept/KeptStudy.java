package org.farfield.workstation.reading.kept;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.study.Instance;
import org.farfield.workstation.study.Series;
import org.farfield.workstation.study.Study;

/**
 * The series that is shown with the study around it, as far as it matters to what is kept in it. Immutable.
 *
 * @param study with all its series that are known, of opened folders and of the store
 */
public record KeptStudy(Study study, Series series) {

    /** The row's series; its study with the series of all rows of the same study. */
    public static KeptStudy of(StudyRow.OfSeries shown, List<StudyRow> rows) {
        Map<String, Series> all = new HashMap<>();
        for (StudyRow row : rows) {
            if (row instanceof StudyRow.OfSeries other
                    && other.study().uid().equals(shown.study().uid())
                    && other.study().patient().equals(shown.study().patient())) {
                all.merge(other.series().uid(), other.series(), KeptStudy::larger);
            }
        }
        Study study = shown.study();
        return new KeptStudy(
                new Study(
                        study.uid(),
                        study.patient(),
                        study.description(),
                        study.date(),
                        study.time(),
                        study.accession(),
                        List.copyOf(all.values())),
                shown.series());
    }

    /** Of the same series in a folder and in the store: the one that is more complete. */
    private static Series larger(Series one, Series other) {
        return one.instances().size() >= other.instances().size() ? one : other;
    }

    /** Its images. */
    public List<InstanceRef> images() {
        return series.instances().stream()
                .map(i -> new InstanceRef(study.uid(), series.uid(), i.sopClassUid(), i.sopInstanceUid()))
                .toList();
    }

    /** Any file of the series, for what it says of patient and study. */
    public Path file() {
        return series.instances().getFirst().file();
    }

    /** The documents of the study. */
    public List<Path> documents() {
        return study.series().stream()
                .flatMap(each -> each.instances().stream())
                .filter(instance -> SrDocument.canRead(instance.sopClassUid()))
                .map(Instance::file)
                .toList();
    }

    /** Where an image of the series lies. */
    Optional<SlicePlane> plane(String sopInstanceUid) {
        return series.instances().stream()
                .filter(instance -> instance.sopInstanceUid().equals(sopInstanceUid))
                .flatMap(instance -> instance.frames().stream())
                .flatMap(frame -> frame.plane().stream())
                .findFirst();
    }
}
