package org.farfield.workstation.study.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.workstation.study.Patient;

/**
 * The index over the store's files, in SQLite. It holds nothing that the files do not say, besides what readers did
 * with a study (unread, locked, unsent, last opened); a lost index is made anew and those then stand on the safe side.
 * Any thread, one at a time; several processes may share it.
 */
final class StoreIndex implements AutoCloseable {
    private static final List<String> SCHEMA = List.of(
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

    private final Connection connection;

    private StoreIndex(Connection connection) {
        this.connection = connection;
    }

    static StoreIndex open(Path file) throws IOException {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=10000");
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=NORMAL");
                for (String table : SCHEMA) {
                    statement.execute(table);
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new StoreIndex(connection);
        } catch (SQLException e) {
            throw new IOException(file + ": the index cannot be opened: " + e.getMessage(), e);
        }
    }

    synchronized void add(String path, StoredHeader header, long bytes, int version, boolean unsent, long now)
            throws IOException {
        transaction(() -> {
            run(
                    """
                    INSERT INTO study VALUES(?,?,?,?,?,?,?,?,?,?,?,1,0,?,0) ON CONFLICT(uid) DO UPDATE SET
                      used = max(used, excluded.used), unread = 1, unsent = unsent OR excluded.unsent,
                      conflict = conflict OR patient_id <> excluded.patient_id OR name_key <> excluded.name_key""",
                    header.studyUid(),
                    header.patient().name(),
                    SearchName.key(header.patient().name()),
                    header.patient().id(),
                    header.patient().birthDate(),
                    header.patient().sex(),
                    header.date(),
                    header.time(),
                    header.description(),
                    header.accession(),
                    now,
                    unsent);
            run(
                    "INSERT OR IGNORE INTO series VALUES(?,?,?,?,?)",
                    header.seriesUid(),
                    header.studyUid(),
                    header.modality(),
                    header.seriesNumber(),
                    header.seriesDescription());
            run(
                    "INSERT OR REPLACE INTO instance VALUES(?,?,?,?,?,?,?,?)",
                    path,
                    header.sopInstanceUid(),
                    header.sopClassUid(),
                    header.studyUid(),
                    header.seriesUid(),
                    header.transferSyntax(),
                    bytes,
                    version);
        });
    }

    synchronized void remove(String path) throws IOException {
        transaction(() -> {
            run("DELETE FROM instance WHERE path = ?", path);
            run("DELETE FROM series WHERE NOT EXISTS (SELECT 1 FROM instance i"
                    + " WHERE i.study = series.study AND i.series = series.uid)");
            run("DELETE FROM study WHERE NOT EXISTS (SELECT 1 FROM instance i WHERE i.study = study.uid)");
        });
    }

    synchronized void removeStudy(String uid) throws IOException {
        transaction(() -> {
            run("DELETE FROM instance WHERE study = ?", uid);
            run("DELETE FROM series WHERE study = ?", uid);
            run("DELETE FROM study WHERE uid = ?", uid);
        });
    }

    synchronized void clear() throws IOException {
        transaction(() -> {
            for (String table : List.of("instance", "series", "study", "folder")) {
                run("DELETE FROM " + table);
            }
        });
    }

    /** Sets one of a study's marks. */
    synchronized boolean mark(String uid, StudyMark mark, boolean value, long now) throws IOException {
        int[] rows = new int[1];
        transaction(() ->
                rows[0] = run("UPDATE study SET " + mark.column() + " = ?, used = ? WHERE uid = ?", value, now, uid));
        return rows[0] > 0;
    }

    synchronized void folder(String path, long modified) throws IOException {
        transaction(() -> run("INSERT OR REPLACE INTO folder VALUES(?,?)", path, modified));
    }

    synchronized long folderModified(String path) throws IOException {
        List<Long> found = query("SELECT modified FROM folder WHERE path = ?", row -> row.getLong(1), path);
        return found.isEmpty() ? Long.MIN_VALUE : found.getFirst();
    }

    synchronized List<String> folders() throws IOException {
        return query("SELECT path FROM folder", row -> row.getString(1));
    }

    synchronized void forget(String folder) throws IOException {
        transaction(() -> run("DELETE FROM folder WHERE path = ?", folder));
    }

    /** Paths of the files that lie in a folder, by the index. */
    synchronized List<String> paths(String folder) throws IOException {
        return query(
                "SELECT path FROM instance WHERE path > ? AND path < ?",
                row -> row.getString(1),
                folder + "/",
                folder + "0");
    }

    /** Paths of the versions that are shown. */
    synchronized List<String> shownPaths(String study) throws IOException {
        return query(
                "SELECT path FROM instance WHERE study = ? AND version = 1 ORDER BY path",
                row -> row.getString(1),
                study);
    }

    /** Paths of the structured reports (SOP classes 1.2.840.10008.5.1.4.1.1.88.*) that are shown. */
    synchronized List<String> documentPaths(String study) throws IOException {
        return query(
                "SELECT path FROM instance WHERE study = ? AND version = 1"
                        + " AND sop_class GLOB '1.2.840.10008.5.1.4.1.1.88.*' ORDER BY path",
                row -> row.getString(1),
                study);
    }

    /** The study of an instance that is here. */
    synchronized Optional<String> studyOf(String sopInstanceUid) throws IOException {
        return query("SELECT study FROM instance WHERE sop = ? LIMIT 1", row -> row.getString(1), sopInstanceUid)
                .stream()
                .findFirst();
    }

    synchronized long bytes() throws IOException {
        return query("SELECT coalesce(sum(bytes), 0) FROM instance", row -> row.getLong(1))
                .getFirst();
    }

    /** Studies that may be evicted, those first that were not used for the longest time. */
    synchronized List<StoredStudy> evictable() throws IOException {
        return studies("WHERE unread = 0 AND locked = 0 AND unsent = 0", "ORDER BY used, uid");
    }

    synchronized List<StoredStudy> find(StudyFilter filter) throws IOException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("WHERE 1");
        condition(filter.name(), " AND name_key LIKE ? ESCAPE '\\'", SearchName.pattern(filter.name()), where, values);
        String id = filter.patientId().replace("[", "[[]");
        condition(filter.patientId(), " AND patient_id GLOB ?", id, where, values);
        condition(filter.dateFrom(), " AND date >= ?", filter.dateFrom(), where, values);
        condition(filter.dateTo(), " AND date <= ? AND date <> ''", filter.dateTo(), where, values);
        condition(filter.accession(), " AND accession = ?", filter.accession(), where, values);
        String modality = " AND EXISTS (SELECT 1 FROM series s WHERE s.study = study.uid AND s.modality = ?)";
        condition(filter.modality(), modality, filter.modality(), where, values);
        return studies(where.toString(), "ORDER BY date DESC, time DESC, uid", values.toArray());
    }

    private static void condition(String given, String sql, String value, StringBuilder where, List<Object> values) {
        if (!given.isBlank()) {
            where.append(sql);
            values.add(value);
        }
    }

    private List<StoredStudy> studies(String where, String order, Object... values) throws IOException {
        return query(
                """
                SELECT uid, patient_name, patient_id, birth_date, sex, date, time, description, accession,
                  (SELECT group_concat(DISTINCT s.modality) FROM series s WHERE s.study = study.uid),
                  (SELECT count(*) FROM series s WHERE s.study = study.uid),
                  (SELECT count(*) FROM instance i WHERE i.study = study.uid AND version = 1),
                  (SELECT coalesce(sum(bytes), 0) FROM instance i WHERE i.study = study.uid),
                  (SELECT count(*) FROM instance i WHERE i.study = study.uid AND version > 1),
                  unread, locked, unsent, conflict FROM study""" + " " + where + " " + order,
                row -> new StoredStudy(
                        row.getString(1),
                        new Patient(row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        String.valueOf(row.getString(10)),
                        row.getInt(11),
                        row.getInt(12),
                        row.getLong(13),
                        row.getInt(14),
                        row.getBoolean(15),
                        row.getBoolean(16),
                        row.getBoolean(17),
                        row.getBoolean(18)),
                values);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private void transaction(Work work) throws IOException {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("the index does not take a change: " + e.getMessage(), e);
        }
    }

    private int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private <T> List<T> query(String sql, Row<T> row, Object... values) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IOException("the index cannot be read: " + e.getMessage(), e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the index cannot be closed: " + e.getMessage(), e);
        }
    }
}
