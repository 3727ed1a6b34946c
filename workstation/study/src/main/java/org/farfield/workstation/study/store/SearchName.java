package org.farfield.workstation.study.store;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Person names as they are compared: without case, width and the standard's separators, so that "wang xiao", "王小东" and
 * "王^小东" all find {@code Wang^XiaoDong=王^小东}. Each group is kept on its own, so that nothing matches across two.
 */
final class SearchName {
    private SearchName() {}

    /** The key under which a name is stored: its groups one after the other, with separators between. */
    static String key(String name) {
        StringBuilder key = new StringBuilder("|");
        for (String group : name.split("=", -1)) {
            key.append(bare(group)).append('|');
        }
        return key.toString();
    }

    /** The pattern for SQL's LIKE with "\" as escape: what the user wrote anywhere in a group; * and ? are wild. */
    static String pattern(String wanted) {
        StringBuilder pattern = new StringBuilder("%");
        for (char c : bare(wanted).toCharArray()) {
            switch (c) {
                case '*' -> pattern.append('%');
                case '?' -> pattern.append('_');
                case '%', '_', '\\' -> pattern.append('\\').append(c);
                default -> pattern.append(c);
            }
        }
        return pattern.append('%').toString();
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s^=,|]+", "");
    }
}
