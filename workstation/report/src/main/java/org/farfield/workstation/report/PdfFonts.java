package org.farfield.workstation.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Finds the fonts of a document. Latin text is set in Helvetica, which every reader of PDF has; anything else in a
 * TrueType font of the system that has all its characters and may be embedded, of which the characters used are put
 * into the file. Fonts with PostScript outlines cannot be embedded by the library that writes the file.
 */
final class PdfFonts {
    private static final List<String> FOLDERS = List.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            System.getProperty("user.home", "") + "/.fonts",
            System.getProperty("user.home", "") + "/.local/share/fonts",
            "C:\\Windows\\Fonts",
            "/System/Library/Fonts",
            "/Library/Fonts");

    /** Names that stand for fonts with Chinese characters come first: there are many fonts. */
    private static final List<String> LIKELY = List.of(
            "droidsansfallback", "wqy", "simsun", "msyh", "simhei", "notosanssc", "songti", "stheiti", "arialuni");

    static {
        // The library tells of every font of the system that it does not need.
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    }

    private final PDDocument document;
    private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private final List<PDFont> wide = new ArrayList<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    /** A piece of a text and the font that has all its characters. */
    record Run(String text, PDFont font) {}

    /** The text cut where the font changes. */
    List<Run> runs(String text, boolean heavy) throws IOException {
        PDFont latin = heavy ? bold : plain;
        List<Run> runs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            boolean first = has(latin, text.codePointAt(start));
            int end = start;
            while (end < text.length() && has(latin, text.codePointAt(end)) == first) {
                end += Character.charCount(text.codePointAt(end));
            }
            String piece = text.substring(start, end);
            runs.add(new Run(piece, first ? latin : wide(piece)));
            start = end;
        }
        return runs;
    }

    private PDFont wide(String text) throws IOException {
        for (PDFont known : wide) {
            if (text.codePoints().allMatch(c -> has(known, c))) {
                return known;
            }
        }
        for (Path file : candidates()) {
            Optional<PDFont> font = load(file, text);
            if (font.isPresent()) {
                wide.add(font.get());
                return font.get();
            }
        }
        throw new IOException("no TrueType font of this system has the characters \u201c" + text
                + "\u201d; install one, for example fonts-droid-fallback");
    }

    private Optional<PDFont> load(Path file, String text) {
        try {
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".ttc")) {
                PDFont[] found = new PDFont[1];
                try (TrueTypeCollection all = new TrueTypeCollection(file.toFile())) {
                    all.processAllFonts(font -> {
                        if (found[0] == null && covers(font, text)) {
                            found[0] = PDType0Font.load(document, font, true);
                        }
                    });
                }
                return Optional.ofNullable(found[0]);
            }
            TrueTypeFont font = parse(file.toFile());
            return covers(font, text) ? Optional.of(PDType0Font.load(document, font, true)) : Optional.empty();
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty(); // another file may do
        }
    }

    private static TrueTypeFont parse(File file) throws IOException {
        return file.getName().toLowerCase(Locale.ROOT).endsWith(".otf")
                ? new OTFParser().parse(new RandomAccessReadBufferedFile(file))
                : new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    }

    private static boolean covers(TrueTypeFont font, String text) throws IOException {
        if (font.getGlyph() == null) {
            return false;
        }
        var map = font.getUnicodeCmapLookup();
        return text.codePoints().allMatch(c -> map.getGlyphId(c) != 0);
    }

    private static boolean has(PDFont font, int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false; // how the library says that a character is missing
        }
    }

    private static List<Path> candidates() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path root = Path.of(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    all.filter(file -> file.toString().matches("(?i).*\\.(ttf|ttc)"))
                            .forEach(files::add);
                }
            }
        }
        files.sort(java.util.Comparator.comparingInt(PdfFonts::unlikely).thenComparing(Path::toString));
        return files;
    }

    private static int unlikely(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (int i = 0; i < LIKELY.size(); i++) {
            if (name.startsWith(LIKELY.get(i))) {
                return i;
            }
        }
        return LIKELY.size();
    }
}
