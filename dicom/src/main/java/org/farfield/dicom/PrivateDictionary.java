package org.farfield.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Manufacturers' elements (PS3.5 7.8): what an element of a private block is, by the name of the block's creator.
 * Immutable; any thread. A site brings its own list, in the form of DCMTK's private dictionaries:
 *
 * <pre>
 * (0019,"SIEMENS CT VA0  COAD",10) [tab] DS [tab] DistanceSourceToIsocenter [tab] 1 [tab] PrivateTag
 * </pre>
 */
public final class PrivateDictionary {
    /** Knows no element: private elements of an implicit data set are bytes. */
    public static final PrivateDictionary NONE = new PrivateDictionary(Map.of());

    private static final Pattern LINE =
            Pattern.compile("\\(([0-9a-fA-F]{4}),\"([^\"]+)\",([0-9a-fA-F]{2,4})\\)\\s+([A-Za-z]{2})\\s+(\\S+).*");

    private final Map<Key, Entry> entries;

    private record Key(String creator, int group, int element) {}

    private record Entry(Vr vr, String keyword) {}

    private PrivateDictionary(Map<Key, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Reads such a list from a file. */
    public static PrivateDictionary read(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return read(in);
        }
    }

    /** Reads such a list; lines of another form (ranges, comments) are passed over. */
    public static PrivateDictionary read(Reader in) throws IOException {
        Map<Key, Entry> entries = new HashMap<>();
        BufferedReader lines = new BufferedReader(in);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher m = LINE.matcher(line);
            if (!m.matches()) {
                continue;
            }
            String letters = m.group(4).toUpperCase(Locale.ROOT);
            Vr vr = Vr.ofLetters(letters.charAt(0), letters.charAt(1));
            int element = Integer.parseInt(m.group(3), 16);
            Key key = new Key(m.group(2).strip(), Integer.parseInt(m.group(1), 16), element & 0xFF);
            if (vr != null) {
                entries.put(key, new Entry(vr, m.group(5)));
            }
        }
        return new PrivateDictionary(entries);
    }

    /** How many elements it knows. */
    public int size() {
        return entries.size();
    }

    /** The keyword of a private element of a data set, "" where it is not known. */
    public String keyword(DataSet dataSet, int tag) {
        Entry entry = entry(dataSet, tag);
        return entry == null ? "" : entry.keyword();
    }

    /** The representation of a private element: LO for a creator's name, UN where it is not known. */
    public Vr vr(DataSet dataSet, int tag) {
        int element = Tag.element(tag);
        if (element <= 0xFF) {
            return element == 0 ? Vr.UL : element >= 0x10 ? Vr.LO : Vr.UN;
        }
        Entry entry = entry(dataSet, tag);
        return entry == null ? Vr.UN : entry.vr();
    }

    private @Nullable Entry entry(DataSet dataSet, int tag) {
        if (entries.isEmpty() || Tag.element(tag) <= 0xFF) {
            return null;
        }
        int creatorTag = (tag & 0xFFFF0000) | (tag >> 8 & 0xFF);
        String creator = dataSet.string(creatorTag).orElse("");
        return entries.get(new Key(creator, Tag.group(tag), tag & 0xFF));
    }
}
