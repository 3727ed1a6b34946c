package org.farfield.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The registry of data elements of PS3.6, read from a resource on first use. Immutable afterwards. */
final class Dictionary {
    private static final class Loaded {
        static final Dictionary STANDARD = new Dictionary();
    }

    private final int[] tags;
    private final String[] representations;
    private final String[] keywords;
    private final Map<String, Integer> byKeyword = new HashMap<>();

    private Dictionary() {
        int capacity = 6000;
        int count = 0;
        int[] tag = new int[capacity];
        String[] vr = new String[capacity];
        String[] keyword = new String[capacity];
        try (InputStream in = Dictionary.class.getResourceAsStream("dictionary.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                String[] field = line.split(" ", 4);
                tag[count] = Integer.parseUnsignedInt(field[0].replace('x', '0'), 16);
                vr[count] = field[1].intern();
                keyword[count] = field[3];
                byKeyword.putIfAbsent(field[3], tag[count]);
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("dictionary.txt", e);
        }
        tags = Arrays.copyOf(tag, count);
        representations = Arrays.copyOf(vr, count);
        keywords = Arrays.copyOf(keyword, count);
    }

    static String keyword(int tag) {
        Dictionary standard = Loaded.STANDARD;
        int index = standard.find(tag);
        return index < 0 ? "" : standard.keywords[index];
    }

    static int tag(String keyword) {
        Integer tag = Loaded.STANDARD.byKeyword.get(keyword);
        if (tag == null) {
            throw new IllegalArgumentException("no data element has the keyword " + keyword);
        }
        return tag;
    }

    /** The representation of an element in implicit encoding; {@code signed} settles "US or SS" (PS3.5 annex A). */
    static Vr vr(int tag, boolean signed) {
        if (Tag.element(tag) == 0) {
            return Vr.UL;
        }
        if (Tag.isPrivate(tag)) {
            return Tag.element(tag) >= 0x10 && Tag.element(tag) <= 0xFF ? Vr.LO : Vr.UN;
        }
        String letters = representation(tag);
        return switch (letters) {
            case null -> Vr.UN;
            case "xs" -> signed ? Vr.SS : Vr.US;
            case "ox", "px", "lt" -> Vr.OW;
            case "up" -> Vr.UL;
            default -> Vr.valueOf(letters);
        };
    }

    /** True for an element of the standard's registry. */
    static boolean knows(int tag) {
        return representation(tag) != null;
    }

    private static @Nullable String representation(int tag) {
        Dictionary standard = Loaded.STANDARD;
        int index = standard.find(tag);
        return index < 0 ? null : standard.representations[index];
    }

    private int find(int tag) {
        int family = tag & 0xFF010000;
        int key = family == 0x60000000 || family == 0x50000000 ? tag & 0xFF00FFFF : tag;
        int low = 0;
        int high = tags.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(tags[middle], key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
