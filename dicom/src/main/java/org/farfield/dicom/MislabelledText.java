package org.farfield.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.charset.CharacterSet;

/**
 * Text whose bytes are plainly not in the character set that (0008,0005) declares, as systems write that know Chinese
 * but not the standard. Only what can hardly be chance is named: text that breaks the declared set and is sound in
 * another, or, where the declared set takes any bytes, text that is sound UTF-8 (with nothing but hanzi where GB18030
 * or GBK is declared) or pairs of hanzi only. Other 8-bit sets and code extensions are believed.
 */
public final class MislabelledText {
    private static final String UTF_8 = "ISO_IR 192";
    private static final String GB18030 = "GB18030";
    private static final int ESCAPE = 0x1B;

    private MislabelledText() {}

    /**
     * What a data set declares and what its text is.
     *
     * @param declared the term of (0008,0005), or "nothing"
     * @param likely the term that fits
     */
    public record Finding(String declared, String likely) {
        /** One sentence for the reader. */
        public String sentence() {
            return "its text declares " + declared + " but is " + likely;
        }
    }

    /** Looks at the texts of a data set, not at those in sequences. */
    public static Optional<Finding> in(DataSet dataSet) {
        List<String> terms = dataSet.strings(Tag.SPECIFIC_CHARACTER_SET);
        String term = terms.isEmpty() ? "" : terms.getFirst();
        List<byte[]> texts = foreignTexts(dataSet);
        if (terms.size() > 1 || texts.isEmpty()) {
            return Optional.empty();
        }
        boolean utf8 = texts.stream().allMatch(text -> isSound(text, StandardCharsets.UTF_8));
        Optional<String> likely = switch (term) {
            case UTF_8 ->
                !utf8 && texts.stream().allMatch(text -> isSound(text, Charset.forName(GB18030)))
                        ? Optional.of(GB18030)
                        : Optional.empty();
            case GB18030, "GBK" ->
                utf8 && texts.stream().allMatch(MislabelledText::isHan) ? Optional.of(UTF_8) : Optional.empty();
            case "", "ISO_IR 6" -> utf8 ? Optional.of(UTF_8) : hanzi(texts, 1);
            case "ISO_IR 100" -> utf8 ? Optional.of(UTF_8) : hanzi(texts, 2);
            default -> Optional.empty();
        };
        return likely.map(found -> new Finding(term.isEmpty() ? "nothing" : term, found));
    }

    /**
     * Lets a data set read its text as what it is, if that is plain; no byte of the text changes.
     *
     * @return what was found
     */
    public static Optional<Finding> mend(DataSet dataSet) {
        Optional<Finding> found = in(dataSet);
        found.ifPresent(finding -> dataSet.put(new Element.Value(
                Tag.SPECIFIC_CHARACTER_SET,
                Vr.CS,
                Values.encode(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, CharacterSet.DEFAULT, finding.likely()))));
        return found;
    }

    /** Those with bytes beyond ASCII; none at all where one of them changes its set on the way. */
    private static List<byte[]> foreignTexts(DataSet dataSet) {
        List<byte[]> texts = new ArrayList<>();
        for (Element element : dataSet) {
            if (element instanceof Element.Value value && value.vr().usesCharacterSet()) {
                byte[] bytes = value.bytes().toArray();
                boolean foreign = false;
                for (byte b : bytes) {
                    if (b == ESCAPE) {
                        return List.of();
                    }
                    foreign |= b < 0;
                }
                if (foreign) {
                    texts.add(bytes);
                }
            }
        }
        return texts;
    }

    private static boolean isSound(byte[] text, Charset charset) {
        try {
            String decoded = charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
            return decoded.codePoints().allMatch(Character::isDefined);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Sound UTF-8 whose characters beyond ASCII are hanzi: GBK's pairs are that by chance once in ten thousands. */
    private static boolean isHan(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .codePoints()
                .filter(point -> point > 0x7F)
                .allMatch(Character::isIdeographic);
    }

    /** GB18030 where all bytes beyond ASCII are pairs of the hanzi of GB 2312 (rows 16 to 87). */
    private static Optional<String> hanzi(List<byte[]> texts, int leastPairs) {
        int pairs = 0;
        for (byte[] text : texts) {
            for (int i = 0; i < text.length; i++) {
                if (text[i] < 0) {
                    int lead = text[i] & 0xFF;
                    int trail = i + 1 < text.length ? text[i + 1] & 0xFF : 0;
                    if (lead < 0xB0 || lead > 0xF7 || trail < 0xA1 || trail > 0xFE) {
                        return Optional.empty();
                    }
                    pairs++;
                    i++;
                }
            }
        }
        return pairs >= leastPairs ? Optional.of(GB18030) : Optional.empty();
    }
}
