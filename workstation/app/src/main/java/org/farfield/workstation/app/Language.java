package org.farfield.workstation.app;

import java.util.Locale;

/** The languages the workstation speaks; each can be chosen while it runs. */
public enum Language {
    ENGLISH("English", Locale.ENGLISH, ""),
    CHINESE("简体中文", Locale.SIMPLIFIED_CHINESE, "_zh_CN");

    private final String ownName;
    private final Locale locale;
    private final String suffix;

    Language(String ownName, Locale locale, String suffix) {
        this.ownName = ownName;
        this.locale = locale;
        this.suffix = suffix;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    String suffix() {
        return suffix;
    }

    /** Chinese for any Chinese locale, else English. */
    public static Language of(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? CHINESE : ENGLISH;
    }
}
