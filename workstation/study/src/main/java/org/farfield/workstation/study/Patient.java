package org.farfield.workstation.study;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom a study is of (PS3.3 C.7.1.1), as the files say it; nothing is verified here.
 *
 * @param name Patient's Name (0010,0010) decoded, in the standard's own form: {@code Family^Given=ideographic=phonetic}
 * @param id Patient ID (0010,0020), empty where the file has none
 * @param birthDate {@code yyyymmdd} or empty
 * @param sex M, F, O or empty
 */
public record Patient(String name, String id, String birthDate, String sex) {
    /** The name for a reader's eyes: each group's parts with spaces between, the groups with a middle dot between. */
    public String displayName() {
        List<String> groups = new ArrayList<>();
        for (String group : name.split("=", -1)) {
            String words = group.replace('^', ' ').strip().replaceAll(" +", " ");
            if (!words.isEmpty()) {
                groups.add(words);
            }
        }
        return String.join(" \u00b7 ", groups);
    }
}
