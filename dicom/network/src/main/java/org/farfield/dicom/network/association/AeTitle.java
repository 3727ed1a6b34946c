package org.farfield.dicom.network.association;

/** Application entity titles: 1 to 16 characters of printable ASCII without a backslash (PS3.5 6.2). */
public final class AeTitle {
    private AeTitle() {}

    /** The title as it is, or an {@link IllegalArgumentException} that says what is wrong. */
    public static String check(String title) {
        boolean printable = title.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\');
        if (title.isBlank() || title.length() > 16 || !printable || !title.equals(title.strip())) {
            throw new IllegalArgumentException(
                    "'" + title + "' is no AE title: 1 to 16 ASCII characters, no backslash, no space at its ends");
        }
        return title;
    }
}
