package org.farfield.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * A person's name in up to three writings (PS3.5 6.2.1.2): alphabetic, ideographic and phonetic. Each group keeps its
 * components "Family^Given^Middle^Prefix^Suffix" as they are in the file; a group that is absent is "".
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {
    /** A name with an alphabetic group only. */
    public static PersonName of(String alphabetic) {
        return new PersonName(alphabetic, "", "");
    }

    /** Takes "alphabetic=ideographic=phonetic" apart; anything after a third "=" stays with the phonetic group. */
    public static PersonName parse(String text) {
        String[] group = text.split("=", 3);
        return new PersonName(
                group[0].strip(), group.length > 1 ? group[1].strip() : "", group.length > 2 ? group[2].strip() : "");
    }

    /** For the screen: the first group there is, family name first, the components with single spaces between. */
    public String display() {
        String group = !alphabetic.isEmpty() ? alphabetic : !ideographic.isEmpty() ? ideographic : phonetic;
        List<String> parts = new ArrayList<>();
        for (String part : group.split("\\^", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return String.join(" ", parts);
    }

    /** The form of the standard: groups joined by "=", without trailing empty ones. */
    public String encoded() {
        String text = alphabetic + "=" + ideographic + "=" + phonetic;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Deliberately without the name, so that no log line carries it; use {@link #display()} on a screen. */
    @Override
    public String toString() {
        return "PersonName";
    }
}
