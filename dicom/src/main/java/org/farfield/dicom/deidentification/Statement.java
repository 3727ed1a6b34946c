package org.farfield.dicom.deidentification;

import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/** What a de-identified object says of itself (PS3.3 C.7.1.1, C.12.1.1.1.6; PS3.15 E.2). */
final class Statement {
    private Statement() {}

    static void put(DataSet copy, Set<ProfileOption> options) {
        copy.set(Tag.PATIENT_IDENTITY_REMOVED, "YES")
                .set(Tag.of("DeidentificationMethod"), "PS3.15 " + ProfileTable.EDITION + " E.2, by Farfield")
                .set(Tag.of("LongitudinalTemporalInformationModified"), dates(options))
                .setSequence(Tag.of("DeidentificationMethodCodeSequence"));
        code(copy, "113100", "Basic Application Confidentiality Profile");
        for (ProfileOption option : ProfileOption.values()) {
            if (options.contains(option)) {
                code(copy, option.code(), option.meaning());
            }
        }
        if (options.contains(ProfileOption.CLEAN_PIXEL_DATA)) {
            copy.set(Tag.BURNED_IN_ANNOTATION, "NO");
        }
    }

    private static String dates(Set<ProfileOption> options) {
        if (options.contains(ProfileOption.RETAIN_FULL_DATES)) {
            return "UNMODIFIED";
        }
        return options.contains(ProfileOption.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
    }

    private static void code(DataSet copy, String value, String meaning) {
        copy.newItem(Tag.of("DeidentificationMethodCodeSequence"))
                .set(Tag.CODE_VALUE, value)
                .set(Tag.CODING_SCHEME_DESIGNATOR, "DCM")
                .set(Tag.CODE_MEANING, meaning);
    }
}
