package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class PrivateDictionaryTest {
    private static final String LIST = """
            # a comment
            (0019,"ACME 1.1",10)\tDS\tTableOffset\t1\tPrivateTag
            (0019,"ACME 1.1",11)\tSL\tTurns\t1\tPrivateTag
            (0021-o-0029,"ACME 1.1",12)\tDS\tPassedOver\t1\tPrivateTag
            """;

    @Test
    void elementsOfABlockAreKnownByItsCreator() throws IOException {
        PrivateDictionary dictionary = PrivateDictionary.read(new StringReader(LIST));
        assertEquals(2, dictionary.size());
        DataSet d = new DataSet()
                .set(0x00190010, Vr.LO, "OTHER")
                .set(0x00190011, Vr.LO, "ACME 1.1")
                .set(0x00191110, Vr.DS, "2.5")
                .set(0x00191111, Vr.SL, 3);
        byte[] bytes = Part10.toBytes(DicomFile.of(d, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        assertEquals(
                Vr.UN,
                Part10.read(bytes).dataSet().element(0x00191111).orElseThrow().vr());
        DataSet read = Part10.read(bytes, ReadOptions.ALL.withPrivateElements(dictionary))
                .dataSet();
        assertEquals(2.5, read.decimal(0x00191110).orElseThrow());
        assertEquals(3, read.integer(0x00191111).orElseThrow());
        assertEquals("Turns", dictionary.keyword(read, 0x00191111));
        assertEquals(Vr.UN, dictionary.vr(read, 0x00191011));
    }

    @Test
    void namesAndNumbersOfValuesComeFromTheStandard() {
        assertEquals("Patient's Name", Dictionary.name(Tag.PATIENT_NAME));
        assertEquals("Image Position (Patient)", Dictionary.name(Tag.IMAGE_POSITION_PATIENT));
        assertEquals("Rows", Dictionary.name(Tag.ROWS));
        assertEquals("3", Dictionary.multiplicity(Tag.IMAGE_POSITION_PATIENT));
        assertEquals("SyntheticData", Dictionary.keyword(0x0008001C));
    }
}
