package org.farfield.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registry of data elements of PS3.6, read from a resource on first use. Immutable afterwards; any thread. */
public final class Dictionary {
    private static final class Loaded {
        static final Dictionary STANDARD = new Dictionary();
    }

    private final int[] tags;
    private final String[] representations;
    private final String[] keywords;
    private final String[] multiplicities;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Integer> byKeyword = new HashMap<>();

    private Dictionary() {
        int capacity = 6000;
        int count = 0;
        int[] tag = new int[capacity];
        String[] vr = new String[capacity];
        String[] keyword = new String[capacity];
        String[] multiplicity = new String[capacity];
        try (InputStream in = Dictionary.class.getResourceAsStream("dictionary.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                String[] field = line.split(" ", 5);
                tag[count] = Integer.parseUnsignedInt(field[0].replace('x', '0'), 16);
                vr[count] = field[1].intern();
                multiplicity[count] = field[2].intern();
                if (field.length > 4) {
                    names.put(tag[count], field[4]);
                }
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
        multiplicities = Arrays.copyOf(multiplicity, count);
    }

    /** The keyword of an element ("PatientName"), "" where the standard has none. */
    public static String keyword(int tag) {
        Dictionary standard = Loaded.STANDARD;
        int index = standard.find(tag);
        return index < 0 ? "" : standard.keywords[index];
    }

    /** The name of an element ("Patient's Name"), "" where the standard has none. */
    public static String name(int tag) {
        Dictionary standard = Loaded.STANDARD;
        int index = standard.find(tag);
        if (index < 0) {
            return "";
        }
        String name = standard.names.get(standard.tags[index]);
        return name != null
                ? name
                : standard.keywords[index]
                        .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2");
    }

    /** How many values an element takes ("1", "1-n", "2-2n"), "" where the standard does not know it. */
    public static String multiplicity(int tag) {
        Dictionary standard = Loaded.STANDARD;
        int index = standard.find(tag);
        return index < 0 ? "" : standard.multiplicities[index];
    }

    /** The representations an element may have; none where the standard does not know it. */
    public static Set<Vr> representations(int tag) {
        String letters = representation(tag);
        return switch (letters) {
            case null -> Set.of();
            case "xs" -> EnumSet.of(Vr.US, Vr.SS);
            case "ox", "px" -> EnumSet.of(Vr.OB, Vr.OW);
            case "lt" -> EnumSet.of(Vr.US, Vr.SS, Vr.OW);
            case "up" -> EnumSet.of(Vr.UL);
            default -> EnumSet.of(Vr.valueOf(letters));
        };
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
    public static boolean knows(int tag) {
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
