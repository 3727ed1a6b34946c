package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of PS3.5 annexes H to K, and of patients whose systems do not know annex J. */
class MislabelledTextTest {
    private static final String CHINESE = "Wang^XiaoDong=王^小东";

    private static DataSet named(String declared, String name, Charset written) {
        DataSet dataSet = new DataSet();
        if (!declared.isEmpty()) {
            dataSet.set(Tag.SPECIFIC_CHARACTER_SET, declared);
        }
        byte[] bytes = name.getBytes(written);
        byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        if (even.length > bytes.length) {
            even[bytes.length] = ' ';
        }
        return dataSet.put(new Element.Value(Tag.PATIENT_NAME, Vr.PN, ByteSlice.of(even)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTF-8, ISO_IR 192",
        "ISO_IR 6, UTF-8, ISO_IR 192",
        "ISO_IR 100, UTF-8, ISO_IR 192",
        "GB18030, UTF-8, ISO_IR 192",
        "GBK, UTF-8, ISO_IR 192",
        "'', GB18030, GB18030",
        "ISO_IR 6, GBK, GB18030",
        "ISO_IR 100, GB18030, GB18030",
        "ISO_IR 192, GB18030, GB18030",
        "ISO_IR 192, GBK, GB18030"
    })
    void aChineseNameIsReadWhateverIsDeclared(String declared, String written, String likely) {
        DataSet dataSet = named(declared, CHINESE, Charset.forName(written));
        Optional<MislabelledText.Finding> found = MislabelledText.mend(dataSet);
        String says = declared.isEmpty() ? "nothing" : declared;
        assertEquals(Optional.of(new MislabelledText.Finding(says, likely)), found);
        assertEquals(Optional.of(CHINESE), dataSet.string(Tag.PATIENT_NAME));
        assertEquals(Optional.empty(), MislabelledText.mend(dataSet), "it is labelled now");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, ISO-8859-1, Buc^Jérôme",
        "ISO_IR 100, ISO-8859-1, Äneas^Rüdiger",
        "ISO_IR 100, ISO-8859-1, Créée^Noëlle",
        "ISO_IR 144, ISO-8859-5, Люкceмбypг",
        "ISO_IR 144, ISO-8859-5, ТАТА^ЦАЦА",
        "ISO_IR 126, ISO-8859-7, Διονυσιος",
        "ISO_IR 192, UTF-8, Wang^XiaoDong=王^小东",
        "GB18030, GB18030, Wang^XiaoDong=王^小东",
        "GBK, GBK, 欧阳^娜娜",
        "ISO_IR 6, US-ASCII, Adams^John"
    })
    void whatIsLabelledRightIsBelieved(String declared, String written, String name) {
        DataSet dataSet = named(declared, name, Charset.forName(written));
        assertEquals(Optional.empty(), MislabelledText.mend(dataSet));
        assertEquals(Optional.of(name), dataSet.string(Tag.PATIENT_NAME));
    }

    @Test
    void codeExtensionsAreBelieved() {
        String name = "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B";
        DataSet dataSet = named("", name, StandardCharsets.US_ASCII);
        dataSet.set(Tag.INSTITUTION_NAME, "");
        dataSet.put(
                new Element.Value(Tag.STUDY_DESCRIPTION, Vr.LO, ByteSlice.of("王小东".getBytes(StandardCharsets.UTF_8))));
        assertEquals(Optional.empty(), MislabelledText.in(dataSet));
    }
}
