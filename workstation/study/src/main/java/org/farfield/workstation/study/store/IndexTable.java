package org.farfield.workstation.study.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;
import org.farfield.workstation.study.vault.TextSeal;

/**
 * The index's tables, by how each column is kept in an enciphered store: {@code s} a sealed text, {@code t} a token,
 * {@code -} as it is.
 */
enum IndexTable {
    /** Everything about patient and study but what a reader did with it. */
    STUDY("tsssssssss-----"),
    /** The modality stays, which is asked for. */
    SERIES("tt--s"),
    /** Paths are hashes of UIDs. */
    INSTANCE("-t-tt---"),
    /** Folders and when they were changed. */
    FOLDER("--");

    private final String columns;

    IndexTable(String columns) {
        this.columns = columns;
    }

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String insertion() {
        return "INSERT INTO " + sqlName() + " VALUES(" + String.join(",", Collections.nCopies(columns.length(), "?"))
                + ")";
    }

    Object[] read(ResultSet row) throws SQLException {
        Object[] values = new Object[columns.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 1);
        }
        return values;
    }

    Object[] sealedAnew(Object[] row, TextSeal before, TextSeal after) {
        Object[] values = row.clone();
        for (int i = 0; i < values.length; i++) {
            char kind = columns.charAt(i);
            if (kind != '-') {
                String text = before.open(String.valueOf(row[i]));
                values[i] = kind == 's' ? after.seal(text) : after.token(text);
            }
        }
        return values;
    }
}
