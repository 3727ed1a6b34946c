package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetTest {
    @Test
    void elementsStandInTheOrderOfTheirTagsHoweverTheyCome() {
        DataSet dataSet = new DataSet()
                .setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[2])
                .setBytes(0xFFFCFFFC, Vr.OB, new byte[2])
                .set(Tag.MODALITY, "CT")
                .set(Tag.ROWS, 5)
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        List<Integer> tags = new ArrayList<>();
        dataSet.forEach(element -> tags.add(element.tag()));
        assertEquals(List.of(Tag.SPECIFIC_CHARACTER_SET, Tag.MODALITY, Tag.ROWS, Tag.PIXEL_DATA, 0xFFFCFFFC), tags);
    }

    @Test
    void valuesComeBackInEveryForm() {
        DataSet dataSet = new DataSet()
                .set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .set(Tag.KVP, 120.0)
                .set(Tag.SERIES_NUMBER, 3)
                .set(Tag.REVOLUTION_TIME, 0.5)
                .set(Tag.IMAGE_POSITION_PATIENT, -250.5, -250.5, 1234.25)
                .set(Tag.PIXEL_REPRESENTATION, 1)
                .set(Tag.PIXEL_PADDING_VALUE, -2000);
        assertEquals(List.of("ORIGINAL", "PRIMARY", "AXIAL"), dataSet.strings(Tag.IMAGE_TYPE));
        assertEquals(OptionalDouble.of(120), dataSet.decimal(Tag.KVP));
        assertEquals("120", dataSet.string(Tag.KVP).orElseThrow());
        assertEquals(OptionalInt.of(3), dataSet.integer(Tag.SERIES_NUMBER));
        assertEquals(OptionalDouble.of(0.5), dataSet.decimal(Tag.REVOLUTION_TIME));
        assertArrayEquals(new double[] {-250.5, -250.5, 1234.25}, dataSet.decimals(Tag.IMAGE_POSITION_PATIENT));
        assertEquals(OptionalInt.of(-2000), dataSet.integer(Tag.PIXEL_PADDING_VALUE));
    }

    @Test
    void whatIsAbsentOrMalformedIsEmpty() {
        DataSet dataSet = new DataSet()
                .set(Tag.KVP, Vr.DS, "12O")
                .set(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "1", "x", "3")
                .set(Tag.SLICE_THICKNESS, Vr.DS, "NaN")
                .setEmpty(Tag.PATIENT_ID);
        assertEquals(OptionalDouble.empty(), dataSet.decimal(Tag.KVP));
        assertEquals(0, dataSet.decimals(Tag.IMAGE_POSITION_PATIENT).length);
        assertEquals(OptionalDouble.empty(), dataSet.decimal(Tag.SLICE_THICKNESS));
        assertTrue(dataSet.string(Tag.PATIENT_ID).isEmpty());
        assertTrue(dataSet.string(Tag.PATIENT_SEX).isEmpty());
        assertTrue(dataSet.sequence(Tag.PATIENT_ID).isEmpty());
        assertEquals("", dataSet.personName(Tag.PATIENT_NAME).alphabetic());
    }

    @Test
    void textIsWrittenAnewWhenTheCharacterSetChanges() {
        DataSet item = new DataSet();
        DataSet dataSet = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .set(Tag.PATIENT_NAME, "Müller^Jörg")
                .setSequence(Tag.REFERENCED_STUDY_SEQUENCE, item);
        item.set(Tag.STUDY_DESCRIPTION, "Schädel");
        assertEquals(12, dataSet.bytes(Tag.PATIENT_NAME).length());
        dataSet.set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        assertEquals(14, dataSet.bytes(Tag.PATIENT_NAME).length());
        assertEquals("Müller^Jörg", dataSet.personName(Tag.PATIENT_NAME).alphabetic());
        assertEquals("Schädel", item.string(Tag.STUDY_DESCRIPTION).orElseThrow());
        assertEquals(8, item.bytes(Tag.STUDY_DESCRIPTION).length());
    }

    @Test
    void anItemFromElsewhereIsWrittenAnewForItsNewPlace() {
        DataSet item =
                new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100").set(Tag.CODE_MEANING, "Fuß");
        DataSet latin = new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
        latin.newItem(Tag.CONCEPT_NAME_CODE_SEQUENCE).set(Tag.CODE_MEANING, "Fuß");
        DataSet utf8 = new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        utf8.addItem(Tag.CONCEPT_NAME_CODE_SEQUENCE, item);
        utf8.addItem(
                Tag.CONCEPT_NAME_CODE_SEQUENCE,
                latin.item(Tag.CONCEPT_NAME_CODE_SEQUENCE).orElseThrow().copy());
        for (DataSet placed : utf8.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE)) {
            assertEquals("Fuß", placed.string(Tag.CODE_MEANING).orElseThrow());
        }
        assertEquals(
                4,
                utf8.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                        .get(1)
                        .bytes(Tag.CODE_MEANING)
                        .length());
    }

    @Test
    void textThatTheCharacterSetCannotWriteIsRefused() {
        DataSet dataSet = new DataSet();
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> dataSet.set(Tag.PATIENT_NAME, "王^小东"));
        assertTrue(String.valueOf(refused.getMessage()).contains("(0010,0010) PatientName"));
        assertFalse(String.valueOf(refused.getMessage()).contains("王"));
    }

    @Test
    void aNumberThatDoesNotFitItsRepresentationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DataSet().set(Tag.ROWS, 65536));
        assertThrows(IllegalArgumentException.class, () -> new DataSet().set(Tag.ROWS, -1));
        assertThrows(IllegalArgumentException.class, () -> new DataSet().set(Tag.KVP, Double.NaN));
    }

    @Test
    void personNamesHaveThreeWritings() {
        PersonName name = new PersonName("Wang^XiaoDong", "王^小东", "");
        DataSet dataSet =
                new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "GB18030").set(Tag.PATIENT_NAME, name);
        assertEquals(name, dataSet.personName(Tag.PATIENT_NAME));
        assertEquals("Wang XiaoDong", name.display());
        assertEquals("Wang^XiaoDong=王^小东", name.encoded());
        assertFalse(name.toString().contains("Wang"));
        assertFalse(dataSet.toString().contains("Wang"));
        assertFalse(dataSet.element(Tag.PATIENT_NAME).orElseThrow().toString().contains("Wang"));
    }

    @Test
    void aCopyIsIndependentAndEqual() {
        DataSet item = new DataSet().set(Tag.CODE_VALUE, "A");
        DataSet dataSet = new DataSet().set(Tag.PATIENT_ID, "P").setSequence(Tag.PROCEDURE_CODE_SEQUENCE, item);
        DataSet copy = dataSet.copy();
        assertEquals(dataSet, copy);
        assertEquals(dataSet.hashCode(), copy.hashCode());
        copy.item(Tag.PROCEDURE_CODE_SEQUENCE).orElseThrow().set(Tag.CODE_VALUE, "B");
        assertNotEquals(dataSet, copy);
        assertEquals("A", item.string(Tag.CODE_VALUE).orElseThrow());
    }

    @Test
    void removingAnElementLeavesTheOthers() {
        DataSet dataSet =
                new DataSet().set(Tag.MODALITY, "CT").set(Tag.PATIENT_ID, "P").set(Tag.ROWS, 4);
        dataSet.remove(Tag.PATIENT_ID).remove(Tag.COLUMNS);
        assertEquals(2, dataSet.size());
        assertEquals(4, dataSet.integer(Tag.ROWS).orElseThrow());
        assertFalse(dataSet.contains(Tag.PATIENT_ID));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-0.5, -0.5",
        "1234567.25, 1234567.25",
        "0.3333333333333333, 0.33333333333333",
        "-0.3333333333333333, -0.3333333333333",
        "1e-20, 1E-20",
        "-1.23456789012345e-7, -1.2345678901E-7",
        "123456789012345680, 1.2345678901E+17",
        "100000, 100000"
    })
    void decimalStringsHaveAtMostSixteenCharacters(double value, String text) {
        String written = new DataSet().set(Tag.KVP, value).string(Tag.KVP).orElseThrow();
        assertTrue(written.length() <= 16, written);
        assertEquals(value, Double.parseDouble(written), Math.abs(value) * 1e-9);
        assertEquals(text.length(), written.length(), written);
    }
}
