package org.farfield.dicom.network.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/**
 * What an archive answers to a request for storage commitment (PS3.4 J.3.3).
 *
 * @param transaction UID of the request
 * @param committed instances it will keep
 * @param failed instances it will not, with the reason's number (PS3.3 C.14.1.1)
 */
public record CommitmentReport(String transaction, List<String> committed, Map<String, Integer> failed) {
    static final int NO_SUCH_INSTANCE = 0x0112;
    private static final int REFERENCED = Tag.of("ReferencedSOPSequence");
    private static final int FAILED = Tag.of("FailedSOPSequence");
    private static final int REASON = Tag.of("FailureReason");

    /** Keeps its own copies. */
    public CommitmentReport {
        committed = List.copyOf(committed);
        failed = Map.copyOf(failed);
    }

    static CommitmentReport of(DataSet dataSet) {
        List<String> committed = new ArrayList<>();
        Map<String, Integer> failed = new LinkedHashMap<>();
        dataSet.sequence(REFERENCED).forEach(item -> committed.add(uid(item)));
        dataSet.sequence(FAILED)
                .forEach(item -> failed.put(uid(item), item.integer(REASON).orElse(0)));
        return new CommitmentReport(dataSet.string(Tag.of("TransactionUID")).orElse(""), committed, failed);
    }

    private static String uid(DataSet item) {
        return item.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse("");
    }

    /** The report on a request, by what of it is kept. */
    static DataSet answer(DataSet request, java.util.function.Predicate<String> kept) {
        DataSet report = new DataSet()
                .set(
                        Tag.of("TransactionUID"),
                        request.string(Tag.of("TransactionUID")).orElse(""));
        for (DataSet item : request.sequence(REFERENCED)) {
            DataSet copy = new DataSet()
                    .set(
                            Tag.REFERENCED_SOP_CLASS_UID,
                            item.string(Tag.REFERENCED_SOP_CLASS_UID).orElse(""))
                    .set(Tag.REFERENCED_SOP_INSTANCE_UID, uid(item));
            if (kept.test(uid(item))) {
                report.addItem(REFERENCED, copy);
            } else {
                report.addItem(FAILED, copy.set(REASON, NO_SUCH_INSTANCE));
            }
        }
        return report;
    }

    static DataSet request(String transaction, List<OutgoingInstance> instances) {
        DataSet request = new DataSet().set(Tag.of("TransactionUID"), transaction);
        for (OutgoingInstance instance : instances) {
            request.newItem(REFERENCED)
                    .set(Tag.REFERENCED_SOP_CLASS_UID, instance.sopClassUid())
                    .set(Tag.REFERENCED_SOP_INSTANCE_UID, instance.sopInstanceUid());
        }
        return request;
    }
}
