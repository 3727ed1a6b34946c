package org.farfield.workstation.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/** Picks the first installed of the families that suit a language; JavaFX takes one family, not a list. */
final class Fonts {
    private static final List<String> LATIN = List.of(
            "Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "Ubuntu", "Cantarell", "DejaVu Sans");
    private static final List<String> CHINESE = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "PingFang SC",
            "WenQuanYi Micro Hei",
            "Droid Sans Fallback",
            "SimSun");
    private static final Set<String> INSTALLED = Set.copyOf(new HashSet<>(Font.getFamilies()));

    private Fonts() {}

    /** The family to set text of this language in. */
    static String family(Language language) {
        List<String> wanted = language == Language.CHINESE ? CHINESE : LATIN;
        return wanted.stream().filter(INSTALLED::contains).findFirst().orElse("System");
    }
}
