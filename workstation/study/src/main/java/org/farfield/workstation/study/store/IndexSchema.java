package org.farfield.workstation.study.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What an index is made of, and whether one is sealed. */
final class IndexSchema {
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS study(
              uid TEXT PRIMARY KEY, patient_name TEXT NOT NULL, name_key TEXT NOT NULL, patient_id TEXT NOT NULL,
              birth_date TEXT NOT NULL, sex TEXT NOT NULL, date TEXT NOT NULL, time TEXT NOT NULL,
              description TEXT NOT NULL, accession TEXT NOT NULL, used INTEGER NOT NULL, unread INTEGER NOT NULL,
              locked INTEGER NOT NULL, unsent INTEGER NOT NULL, conflict INTEGER NOT NULL) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS series(
              uid TEXT NOT NULL, study TEXT NOT NULL, modality TEXT NOT NULL, number INTEGER NOT NULL,
              description TEXT NOT NULL, PRIMARY KEY(study, uid)) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS instance(
              path TEXT PRIMARY KEY, sop TEXT NOT NULL, sop_class TEXT NOT NULL, study TEXT NOT NULL,
              series TEXT NOT NULL, syntax TEXT NOT NULL, bytes INTEGER NOT NULL, version INTEGER NOT NULL)
              WITHOUT ROWID""",
            "CREATE INDEX IF NOT EXISTS instance_study ON instance(study, series)",
            "CREATE INDEX IF NOT EXISTS instance_sop ON instance(sop)",
            "CREATE TABLE IF NOT EXISTS folder(path TEXT PRIMARY KEY, modified INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE INDEX IF NOT EXISTS study_date ON study(date)");

    private static final String VERSION = "PRAGMA user_version";
    private static final int PLAIN = 0;
    private static final int SEALED = 1;

    private IndexSchema() {}

    /** An index says by its version whether it is sealed; a new one is of the kind that is asked for. */
    static void prepare(Statement statement, boolean sealed) throws SQLException {
        int kind = sealed ? SEALED : PLAIN;
        boolean fresh = number(statement, "SELECT count(*) FROM sqlite_master WHERE name = 'study'") == 0;
        if (fresh) {
            statement.execute("PRAGMA user_version=" + kind);
        } else if (number(statement, VERSION) != kind) {
            throw new SQLException(sealed ? "it is not enciphered" : "it is enciphered");
        }
        for (String table : TABLES) {
            statement.execute(table);
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Whether an index, which may be absent, is one of an enciphered store. */
    static boolean isSealed(Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return number(statement, VERSION) == SEALED;
        } catch (SQLException e) {
            throw new IOException(file + ": the index cannot be opened: " + e.getMessage(), e);
        }
    }
}
