package org.farfield.dicom.charset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of PS3.5 annexes H, I, J and K, byte by byte, both ways. */
class CharacterSetTest {
    private static final String ROMAN_KANJI_KANA = "Yamada^Tarou=山田^太郎=やまだ^たろう";

    @Test
    void japaneseNameOfAnnexH31() throws CharacterCodingException {
        assertName(
                List.of("", "ISO 2022 IR 87"),
                ROMAN_KANJI_KANA,
                "Yamada^Tarou={1B}$B;3ED{1B}(B^{1B}$BB@O:{1B}(B={1B}$B$d$^$@{1B}(B^{1B}$B$?$m$&{1B}(B");
    }

    @Test
    void japaneseNameOfAnnexH32() throws CharacterCodingException {
        assertName(
                List.of("ISO 2022 IR 13", "ISO 2022 IR 87"),
                "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
                "{D4CFC0DE}^{C0DBB3}={1B}$B;3ED{1B}(J^{1B}$BB@O:{1B}(J={1B}$B$d$^$@{1B}(J^{1B}$B$?$m$&{1B}(J");
    }

    @Test
    void koreanNameOfAnnexI2() throws CharacterCodingException {
        assertName(
                List.of("", "ISO 2022 IR 149"),
                "Hong^Gildong=洪^吉洞=홍^길동",
                "Hong^Gildong={1B}$)C{FBF3}^{1B}$)C{D1CED4D7}={1B}$)C{C8AB}^{1B}$)C{B1E6B5BF}");
    }

    @Test
    void chineseNameOfAnnexJ1InUtf8() throws CharacterCodingException {
        assertName(List.of("ISO_IR 192"), "Wang^XiaoDong=王^小東=", "Wang^XiaoDong={E78E8B}^{E5B08FE69DB1}=");
    }

    @Test
    void chineseNameOfAnnexJ3InGb18030() throws CharacterCodingException {
        assertName(List.of("GB18030"), "Wang^XiaoDong=王^小东=", "Wang^XiaoDong={CDF5}^{D0A1B6AB}=");
    }

    @Test
    void chineseNameInGbk() throws CharacterCodingException {
        assertName(List.of("GBK"), "Wang^XiaoDong=王^小东=", "Wang^XiaoDong={CDF5}^{D0A1B6AB}=");
    }

    @Test
    void chineseNameOfAnnexK2() throws CharacterCodingException {
        assertName(
                List.of("", "ISO 2022 IR 58"),
                "Zhang^XiaoDong=张^小东=",
                "Zhang^XiaoDong={1B}$)A{D5C5}^{1B}$)A{D0A1B6AB}=");
    }

    @Test
    void chineseLinesOfAnnexK3BeginEachWithTheirEscape() throws CharacterCodingException {
        CharacterSet set = CharacterSet.of(List.of("", "ISO 2022 IR 58"));
        String text = "1. 第一行\r\n2. 第二行\r\n";
        byte[] expected = bytes("1. {1B}$)A{B5DAD2BBD0D0}{0D0A}2. {1B}$)A{B5DAB6FED0D0}{0D0A}");
        assertArrayEquals(expected, set.encodeText(text));
        assertEquals(text, set.decodeText(expected, 0, expected.length));
    }

    @Test
    void singleByteRepertoiresWriteTheirUpperHalf() throws CharacterCodingException {
        assertName(List.of("ISO_IR 100"), "Buc^Jérôme", "Buc^J{E9}r{F4}me");
        assertName(List.of("ISO_IR 101"), "Wałęsa", "Wa{B3EA}sa");
        assertName(List.of("ISO_IR 109"), "Ĝi", "{D8}i");
        assertName(List.of("ISO_IR 110"), "Ķī", "{D3EF}");
        assertName(List.of("ISO_IR 144"), "Люкс", "{BBEEDAE1}");
        assertName(List.of("ISO_IR 127"), "قباني", "{E2C8C7E6EA}");
        assertName(List.of("ISO_IR 126"), "Διονυσιος", "{C4E9EFEDF5F3E9EFF2}");
        assertName(List.of("ISO_IR 138"), "שרון", "{F9F8E5EF}");
        assertName(List.of("ISO_IR 148"), "Çağ", "{C7}a{F0}");
        assertName(List.of("ISO_IR 166"), "นาม", "{B9D2C1}");
        assertName(List.of("ISO_IR 203"), "œ€", "{BDA4}");
        assertName(List.of("ISO_IR 13"), "ﾔﾏﾀﾞ", "{D4CFC0DE}");
    }

    @Test
    void supplementaryKanjiUseIr159() throws CharacterCodingException {
        CharacterSet set = CharacterSet.of(List.of("", "ISO 2022 IR 87", "ISO 2022 IR 159"));
        byte[] bytes = set.encodeValues(List.of("丂"), true);
        assertArrayEquals(bytes("{1B}$(D0!{1B}(B"), bytes);
        assertEquals(List.of("丂"), set.decodeValues(bytes, 0, bytes.length, true));
    }

    @Test
    void severalSingleByteSetsSwitchByEscape() throws CharacterCodingException {
        CharacterSet set = CharacterSet.of(List.of("ISO 2022 IR 100", "ISO 2022 IR 144", "ISO 2022 IR 126"));
        String name = "Dionysios=Διονυσιος=Люк";
        byte[] bytes = set.encodeValues(List.of(name), true);
        assertArrayEquals(bytes("Dionysios={1B}-F{C4E9EFEDF5F3E9EFF2}={1B}-L{BBEEDA}"), bytes);
        assertEquals(List.of(name), set.decodeValues(bytes, 0, bytes.length, true));
    }

    @Test
    void aKanjiThatHoldsABackslashByteDoesNotDivideValues() {
        byte[] kanji = bytes("{1B}$B!\\{1B}(B\\next");
        List<String> values =
                CharacterSet.of(List.of("", "ISO 2022 IR 87")).decodeValues(kanji, 0, kanji.length, false);
        assertEquals(List.of("＋", "next"), values);
        byte[] gbk = bytes("{8A5C}\\next");
        assertEquals(
                List.of("奬".length(), 4),
                CharacterSet.of(List.of("GBK")).decodeValues(gbk, 0, gbk.length, false).stream()
                        .map(String::length)
                        .toList());
    }

    @Test
    void aBackslashIsTextInLongText() throws CharacterCodingException {
        byte[] text = bytes("C:\\path");
        assertEquals("C:\\path", CharacterSet.DEFAULT.decodeText(text, 0, text.length));
        assertArrayEquals(text, CharacterSet.DEFAULT.encodeText("C:\\path"));
    }

    @Test
    void unreadableBytesAreShownAsSuch() {
        byte[] latin = bytes("J{E9}r");
        assertEquals(List.of("J\uFFFDr"), CharacterSet.DEFAULT.decodeValues(latin, 0, latin.length, true));
        byte[] half = bytes("{1B}$B;");
        assertEquals(List.of("\uFFFD"), CharacterSet.DEFAULT.decodeValues(half, 0, half.length, true));
        byte[] unknownEscape = bytes("{1B}%Gx");
        assertEquals(
                List.of("\uFFFD%Gx"), CharacterSet.DEFAULT.decodeValues(unknownEscape, 0, unknownEscape.length, true));
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThrows(CharacterCodingException.class, () -> CharacterSet.DEFAULT.encodeText("é"));
        CharacterSet latin = CharacterSet.of(List.of("ISO_IR 100"));
        assertThrows(CharacterCodingException.class, () -> latin.encodeText("王"));
        assertThrows(
                CharacterCodingException.class,
                () -> CharacterSet.of(List.of("GBK")).encodeText("😀"));
    }

    private static void assertName(List<String> terms, String text, String coded) throws CharacterCodingException {
        CharacterSet set = CharacterSet.of(terms);
        byte[] bytes = bytes(coded);
        assertEquals(List.of(text), set.decodeValues(bytes, 0, bytes.length, true));
        assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(set.encodeValues(List.of(text), true)));
    }

    /** ASCII with hexadecimal bytes in braces. */
    private static byte[] bytes(String coded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < coded.length()) {
            int open = coded.indexOf('{', at);
            int end = open < 0 ? coded.length() : open;
            out.writeBytes(coded.substring(at, end).getBytes(StandardCharsets.US_ASCII));
            if (open >= 0) {
                int close = coded.indexOf('}', open);
                out.writeBytes(HexFormat.of().parseHex(coded.substring(open + 1, close)));
                end = close + 1;
            }
            at = end;
        }
        return out.toByteArray();
    }
}
