package org.farfield.dicom.deidentification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.Tag;

/** Table E.1-1 of PS3.15, read from a resource on first use. Immutable; any thread. */
final class ProfileTable {
    /** The edition of the standard the resource was made from. */
    static final String EDITION = "2025a";

    private static final class Loaded {
        static final Map<Integer, Row> ROWS = read();
    }

    /**
     * One row.
     *
     * @param basic the action of the basic profile as the table writes it, for instance {@code X/Z/D}
     * @param options what an option does instead: K or C
     */
    record Row(String basic, Map<String, Character> options) {
        /** K when an option keeps the attribute, else C when one cleans it, else the action of the basic profile. */
        String action(Set<ProfileOption> chosen) {
            String action = basic;
            for (ProfileOption option : chosen) {
                char instead = options.getOrDefault(column(option), ' ');
                if (instead == 'K') {
                    return "K";
                }
                if (instead == 'C') {
                    action = "C";
                }
            }
            return action;
        }
    }

    private ProfileTable() {}

    static Optional<Row> row(int tag) {
        int family = tag & 0xFF000000;
        int key = tag;
        if (family == 0x50000000 && Tag.group(tag) <= 0x50FF) {
            key = 0x50000000;
        } else if (family == 0x60000000 && Tag.group(tag) <= 0x60FF) {
            key = tag & 0xFF00FFFF;
        }
        return Optional.ofNullable(Loaded.ROWS.get(key));
    }

    static int size() {
        return Loaded.ROWS.size();
    }

    private static String column(ProfileOption option) {
        return switch (option) {
            case CLEAN_PIXEL_DATA -> "pixels";
            case CLEAN_GRAPHICS -> "graphics";
            case CLEAN_STRUCTURED_CONTENT -> "structured";
            case CLEAN_DESCRIPTORS -> "descriptors";
            case RETAIN_FULL_DATES -> "fullDates";
            case RETAIN_MODIFIED_DATES -> "modifiedDates";
            case RETAIN_PATIENT_CHARACTERISTICS -> "patient";
            case RETAIN_DEVICE_IDENTITY -> "device";
            case RETAIN_UIDS -> "uids";
            case RETAIN_INSTITUTION_IDENTITY -> "institution";
        };
    }

    private static Map<Integer, Row> read() {
        Map<Integer, Row> rows = new HashMap<>();
        try (InputStream in = ProfileTable.class.getResourceAsStream("table-e-1-1.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split(" ", -1);
                Map<String, Character> options = new HashMap<>();
                for (int i = 2; i < fields.length; i++) {
                    int equals = fields[i].indexOf('=');
                    options.put(fields[i].substring(0, equals), fields[i].charAt(equals + 1));
                }
                int tag = Integer.parseUnsignedInt(fields[0].replace('x', '0'), 16);
                rows.put(tag, new Row(fields[1], Map.copyOf(options)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("table-e-1-1.txt", e);
        }
        return Map.copyOf(rows);
    }
}
