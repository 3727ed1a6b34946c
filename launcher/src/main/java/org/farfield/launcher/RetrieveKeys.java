package org.farfield.launcher;

import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.service.QueryModel;

/**
 * What {@code get} and {@code move} are to bring: {@code --patient}, {@code --study}, {@code --series},
 * {@code --instance}.
 */
final class RetrieveKeys {
    static final Set<String> NAMES = Set.of("--patient", "--study", "--series", "--instance", "--model");
    static final String USAGE = "--study UID [--series UID [--instance UID]] [--patient ID] [--model study|patient]";

    private RetrieveKeys() {}

    static QueryModel model(Arguments arguments) throws WrongUsage {
        String name = arguments.value("--model").orElse("study");
        return switch (name) {
            case "study" -> QueryModel.STUDY_ROOT;
            case "patient" -> QueryModel.PATIENT_ROOT;
            default -> throw new WrongUsage("--model is study or patient, not '" + name + "'");
        };
    }

    static DataSet of(Arguments arguments) throws WrongUsage {
        DataSet keys = new DataSet();
        String level = "";
        level = put(keys, arguments.value("--patient"), Tag.PATIENT_ID, "PATIENT", level);
        level = put(keys, arguments.value("--study"), Tag.STUDY_INSTANCE_UID, "STUDY", level);
        level = put(keys, arguments.value("--series"), Tag.SERIES_INSTANCE_UID, "SERIES", level);
        level = put(keys, arguments.value("--instance"), Tag.SOP_INSTANCE_UID, "IMAGE", level);
        if (level.isEmpty()) {
            throw new WrongUsage("--study is missing");
        }
        return keys.set(Tag.of("QueryRetrieveLevel"), level);
    }

    private static String put(DataSet keys, Optional<String> value, int tag, String level, String otherwise)
            throws WrongUsage {
        if (value.isEmpty()) {
            return otherwise;
        }
        NetworkArguments.set(keys, tag, value.get());
        return level;
    }
}
