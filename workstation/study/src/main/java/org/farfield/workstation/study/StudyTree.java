package org.farfield.workstation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts headers into studies and series. Instances that name no series stand alone, so that nothing of two patients is
 * ever mixed; for the same reason a study is one only where patient and UID agree. Any thread.
 */
final class StudyTree {
    private static final Comparator<Instance> BY_NUMBER = Comparator.comparingInt(Instance::number)
            .thenComparing(Instance::sopInstanceUid)
            .thenComparing(Instance::file);

    private final Map<StudyKey, Map<SeriesKey, List<Header.Found>>> tree = new HashMap<>();

    synchronized void add(Header.Found found) {
        String alone = found.series().uid().isEmpty() ? found.instance().file().toString() : "";
        tree.computeIfAbsent(
                        new StudyKey(
                                found.study().uid(),
                                found.study().patient().id(),
                                found.study().patient().name(),
                                alone),
                        k -> new HashMap<>())
                .computeIfAbsent(new SeriesKey(found.series().uid(), alone), k -> new ArrayList<>())
                .add(found);
    }

    synchronized List<Study> studies() {
        List<Study> studies = new ArrayList<>();
        for (Map<SeriesKey, List<Header.Found>> members : tree.values()) {
            List<Series> series = new ArrayList<>();
            members.values().forEach(found -> series.add(series(found)));
            series.sort(Comparator.comparingInt(Series::number).thenComparing(Series::uid));
            Header.StudyAttributes s = first(members.values().iterator().next()).study();
            studies.add(new Study(s.uid(), s.patient(), s.description(), s.date(), s.time(), s.accession(), series));
        }
        studies.sort(Comparator.comparing(Study::date)
                .thenComparing(Study::time)
                .thenComparing(Study::uid)
                .thenComparing(s -> s.series().getFirst().instances().getFirst().file()));
        return studies;
    }

    private static Series series(List<Header.Found> members) {
        Map<String, Instance> byUid = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Header.Found found : members.stream()
                .sorted(Comparator.comparing(f -> f.instance().file()))
                .toList()) {
            Instance instance = found.instance();
            found.problems().stream()
                    .filter(problem -> problem.kind() != Problem.Kind.TEXT || told.add(problem.cause()))
                    .forEach(problems::add);
            String key = instance.sopInstanceUid().isEmpty() ? instance.file().toString() : instance.sopInstanceUid();
            Instance earlier = byUid.putIfAbsent(key, instance);
            if (earlier != null) {
                problems.add(new Problem(
                        instance.file(),
                        Problem.Kind.DUPLICATE,
                        "it holds the same SOP instance as " + earlier.file() + " and was passed over"));
            }
        }
        Header.SeriesAttributes s = first(members).series();
        List<Instance> instances = byUid.values().stream().sorted(BY_NUMBER).toList();
        return new Series(
                s.uid(),
                s.modality(),
                s.number(),
                s.description(),
                s.bodyPart(),
                s.date(),
                s.time(),
                instances,
                problems);
    }

    /** The header that speaks for all: that of the first file by name, whatever the order of reading. */
    private static Header.Found first(List<Header.Found> members) {
        return members.stream()
                .min(Comparator.comparing(f -> f.instance().file()))
                .orElseThrow();
    }

    private record StudyKey(String uid, String patientId, String patientName, String alone) {}

    private record SeriesKey(String uid, String alone) {}
}
