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
import org.farfield.workstation.study.vault.TextSeal;
import org.sqlite.Function;

/**
 * The index over the store's files, in SQLite. It holds nothing that the files do not say, besides what readers did
 * with a study (unread, locked, unsent, last opened); a lost index is made anew and those then stand on the safe side.
 * Of an enciphered store every text about patient, study and series is sealed in it, and UIDs are tokens. Any thread,
 * one at a time; several processes may share it.
 */
final class StoreIndex implements AutoCloseable {
    private static final String OPENED = "opened";

    private final Connection connection;
    private final TextSeal seal;

    private StoreIndex(Connection connection, TextSeal seal) {
        this.connection = connection;
        this.seal = seal;
    }

    /**
     * Opens an index, and makes one where there is none.
     *
     * @param seal how the texts in it are kept from readers
     */
    static StoreIndex open(Path file, TextSeal seal) throws IOException {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=10000");
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=NORMAL");
                IndexSchema.prepare(statement, seal.seals());
                if (seal.seals()) {
                    Function.create(connection, OPENED, new Opening(seal));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new StoreIndex(connection, seal);
        } catch (SQLException e) {
            throw new IOException(file + ": the index cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The seal's opening, for statements. */
    private static final class Opening extends Function {
        private final TextSeal seal;

        Opening(TextSeal seal) {
            this.seal = seal;
        }

        @Override
        protected void xFunc() throws SQLException {
            try {
                result(seal.open(value_text(0)));
            } catch (IllegalArgumentException e) {
                throw new SQLException(e.getMessage(), e);
            }
        }
    }

    /** Copies everything into another index, which seals texts in its own way; what it held is forgotten. */
    synchronized void copyInto(StoreIndex other) throws IOException {
        other.clear();
        for (IndexTable table : IndexTable.values()) {
            List<Object[]> rows = query("SELECT * FROM " + table.sqlName(), table::read);
            other.insert(table, rows, seal);
        }
    }

    private synchronized void insert(IndexTable table, List<Object[]> rows, TextSeal before) throws IOException {
        transaction(() -> {
            for (Object[] row : rows) {
                run(table.insertion(), table.sealedAnew(row, before, seal));
            }
        });
    }

    synchronized void add(String path, StoredHeader header, long bytes, int version, boolean unsent, long now)
            throws IOException {
        transaction(() -> {
            run(
                    """
                    INSERT INTO study VALUES(?,?,?,?,?,?,?,?,?,?,?,1,0,?,0) ON CONFLICT(uid) DO UPDATE SET
                      used = max(used, excluded.used), unread = 1, unsent = unsent OR excluded.unsent,
                      conflict = conflict OR opened(patient_id) <> opened(excluded.patient_id)
                        OR opened(name_key) <> opened(excluded.name_key)""",
                    seal.token(header.studyUid()),
                    seal.seal(header.patient().name()),
                    seal.seal(SearchName.key(header.patient().name())),
                    seal.seal(header.patient().id()),
                    seal.seal(header.patient().birthDate()),
                    seal.seal(header.patient().sex()),
                    seal.seal(header.date()),
                    seal.seal(header.time()),
                    seal.seal(header.description()),
                    seal.seal(header.accession()),
                    now,
                    unsent);
            run(
                    "INSERT OR IGNORE INTO series VALUES(?,?,?,?,?)",
                    seal.token(header.seriesUid()),
                    seal.token(header.studyUid()),
                    header.modality(),
                    header.seriesNumber(),
                    seal.seal(header.seriesDescription()));
            run(
                    "INSERT OR REPLACE INTO instance VALUES(?,?,?,?,?,?,?,?)",
                    path,
                    seal.token(header.sopInstanceUid()),
                    header.sopClassUid(),
                    seal.token(header.studyUid()),
                    seal.token(header.seriesUid()),
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
            run("DELETE FROM instance WHERE study = ?", seal.token(uid));
            run("DELETE FROM series WHERE study = ?", seal.token(uid));
            run("DELETE FROM study WHERE uid = ?", seal.token(uid));
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
        transaction(() -> rows[0] =
                run("UPDATE study SET " + mark.column() + " = ?, used = ? WHERE uid = ?", value, now, seal.token(uid)));
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
                seal.token(study));
    }

    /** Paths of the structured reports (SOP classes 1.2.840.10008.5.1.4.1.1.88.*) that are shown. */
    synchronized List<String> documentPaths(String study) throws IOException {
        return query(
                "SELECT path FROM instance WHERE study = ? AND version = 1"
                        + " AND sop_class GLOB '1.2.840.10008.5.1.4.1.1.88.*' ORDER BY path",
                row -> row.getString(1),
                seal.token(study));
    }

    /** The study of an instance that is here. */
    synchronized Optional<String> studyOf(String sopInstanceUid) throws IOException {
        return query(
                        "SELECT study FROM instance WHERE sop = ? LIMIT 1",
                        row -> seal.open(row.getString(1)),
                        seal.token(sopInstanceUid))
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
        condition(
                filter.name(),
                " AND opened(name_key) LIKE ? ESCAPE '\\'",
                SearchName.pattern(filter.name()),
                where,
                values);
        String id = filter.patientId().replace("[", "[[]");
        condition(filter.patientId(), " AND opened(patient_id) GLOB ?", id, where, values);
        condition(filter.dateFrom(), " AND opened(date) >= ?", filter.dateFrom(), where, values);
        condition(filter.dateTo(), " AND opened(date) <= ? AND opened(date) <> ''", filter.dateTo(), where, values);
        condition(filter.accession(), " AND opened(accession) = ?", filter.accession(), where, values);
        String modality = " AND EXISTS (SELECT 1 FROM series s WHERE s.study = study.uid AND s.modality = ?)";
        condition(filter.modality(), modality, filter.modality(), where, values);
        return studies(where.toString(), "ORDER BY opened(date) DESC, opened(time) DESC, uid", values.toArray());
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
                        text(row, 1),
                        new Patient(text(row, 2), text(row, 3), text(row, 4), text(row, 5)),
                        text(row, 6),
                        text(row, 7),
                        text(row, 8),
                        text(row, 9),
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

    private String text(ResultSet row, int column) throws SQLException {
        return seal.open(row.getString(column));
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(seal.seals() ? sql : sql.replace(OPENED + "(", "("));
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
        try (PreparedStatement statement = prepare(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private <T> List<T> query(String sql, Row<T> row, Object... values) throws IOException {
        try (PreparedStatement statement = prepare(sql)) {
            set(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException | IllegalArgumentException e) {
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
