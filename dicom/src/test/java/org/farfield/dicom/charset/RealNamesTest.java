package org.farfield.dicom.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patient names of real files in many character sets; written again they read the same. */
class RealNamesTest {
    @ParameterizedTest
    @CsvSource({
        "chrArab.dcm, قباني^لنزار",
        "chrFren.dcm, Buc^Jérôme",
        "chrFrenMulti.dcm, Buc^Jérôme",
        "chrGerm.dcm, Äneas^Rüdiger",
        "chrGreek.dcm, Διονυσιος",
        "chrH31.dcm, Yamada^Tarou=山田^太郎=やまだ^たろう",
        "chrH32.dcm, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
        "chrHbrw.dcm, שרון^דבורה",
        "chrI2.dcm, Hong^Gildong=洪^吉洞=홍^길동",
        "chrJapMulti.dcm, やまだ^たろう",
        "chrJapMultiExplicitIR6.dcm, やまだ^たろう",
        "chrKoreanMulti.dcm, 김희중",
        "chrRuss.dcm, Люкceмбypг",
        "chrX1.dcm, Wang^XiaoDong=王^小東",
        "chrX2.dcm, Wang^XiaoDong=王^小东"
    })
    void theNameIsReadAndWrittenAgain(String file, String name) throws IOException {
        DataSet dataSet = SharedData.read("charset/" + file).dataSet();
        assertEquals(name, dataSet.personName(Tag.PATIENT_NAME).encoded());
        dataSet.set(Tag.PATIENT_NAME, PersonName.parse(name));
        assertEquals(name, dataSet.personName(Tag.PATIENT_NAME).encoded());
    }

    @ParameterizedTest
    @CsvSource({"chrSQEncoding.dcm", "chrSQEncoding1.dcm"})
    void anItemHasItsOwnCharacterSetOrTheOuterOne(String file) throws IOException {
        DataSet item =
                SharedData.read("charset/" + file).dataSet().item(0x00321064).orElseThrow();
        assertEquals("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", item.personName(Tag.PATIENT_NAME).encoded());
    }
}
