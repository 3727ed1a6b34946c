package org.farfield.workstation.report.sr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/** An instance with the study and the series it belongs to. */
public record InstanceRef(String studyUid, String seriesUid, String sopClassUid, String sopInstanceUid) {

    /**
     * Writes them as a sequence of studies, series and instances (PS3.3 C.17.2.1, "Hierarchical SOP Instance
     * Reference").
     */
    static void write(List<InstanceRef> all, DataSet into, int sequence) {
        Map<String, Map<String, List<InstanceRef>>> tree = new LinkedHashMap<>();
        for (InstanceRef each : all) {
            tree.computeIfAbsent(each.studyUid, k -> new LinkedHashMap<>())
                    .computeIfAbsent(each.seriesUid, k -> new ArrayList<>())
                    .add(each);
        }
        tree.forEach((study, series) -> {
            DataSet studyItem = into.newItem(sequence).set(Tag.STUDY_INSTANCE_UID, study);
            series.forEach((uid, instances) -> {
                DataSet seriesItem =
                        studyItem.newItem(Tag.REFERENCED_SERIES_SEQUENCE).set(Tag.SERIES_INSTANCE_UID, uid);
                for (InstanceRef each : instances) {
                    seriesItem
                            .newItem(SrTag.REFERENCED_SOP_SEQUENCE)
                            .set(Tag.REFERENCED_SOP_CLASS_UID, each.sopClassUid)
                            .set(Tag.REFERENCED_SOP_INSTANCE_UID, each.sopInstanceUid);
                }
            });
        });
    }

    /** Reads what {@link #write} writes. */
    static List<InstanceRef> read(DataSet from, int sequence) {
        List<InstanceRef> all = new ArrayList<>();
        for (DataSet study : from.sequence(sequence)) {
            for (DataSet series : study.sequence(Tag.REFERENCED_SERIES_SEQUENCE)) {
                for (DataSet instance : series.sequence(SrTag.REFERENCED_SOP_SEQUENCE)) {
                    all.add(new InstanceRef(
                            study.string(Tag.STUDY_INSTANCE_UID).orElse(""),
                            series.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                            instance.string(Tag.REFERENCED_SOP_CLASS_UID).orElse(""),
                            instance.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse("")));
                }
            }
        }
        return all;
    }
}
