package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetReaderTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final String IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final int SEQUENCE = Tag.REFERENCED_SERIES_SEQUENCE;

    @Test
    void sequencesOfDefinedAndUndefinedLengthNest() throws DicomException {
        DicomBytes inner = new DicomBytes(false).explicit(Tag.CODE_VALUE, "SH", "ABCD");
        DicomBytes defined = new DicomBytes(false).item(inner.toArray().length).raw(inner.toArray());
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(SEQUENCE, "SQ", DicomBytes.UNDEFINED)
                .item(DicomBytes.UNDEFINED)
                .explicit(Tag.PROCEDURE_CODE_SEQUENCE, "SQ", defined.toArray().length)
                .raw(defined.toArray())
                .itemEnd()
                .item(0)
                .sequenceEnd()
                .explicit(Tag.PATIENT_ID, "LO", "P1")
                .toArray());
        List<DataSet> items = file.dataSet().sequence(SEQUENCE);
        assertEquals(2, items.size());
        DataSet code = items.getFirst().item(Tag.PROCEDURE_CODE_SEQUENCE).orElseThrow();
        assertEquals("ABCD", code.string(Tag.CODE_VALUE).orElseThrow());
        assertEquals("P1", file.dataSet().string(Tag.PATIENT_ID).orElseThrow());
        assertEquals(List.of(), file.notes());
    }

    @Test
    void aSequenceOfVrUnIsReadAsImplicit() throws DicomException {
        DicomBytes item = new DicomBytes(false).implicit(Tag.CODE_VALUE, "ABCD");
        DicomBytes body = new DicomBytes(false).item(item.toArray().length).raw(item.toArray());
        DataSet dataSet = Part10.read(DicomBytes.file(EXPLICIT)
                        .explicit(Tag.PROCEDURE_CODE_SEQUENCE, "UN", body.toArray().length)
                        .raw(body.toArray())
                        .explicit(SEQUENCE, "UN", DicomBytes.UNDEFINED)
                        .raw(body.toArray())
                        .sequenceEnd()
                        .explicit(Tag.PATIENT_ID, "UN", "P1")
                        .toArray())
                .dataSet();
        for (int tag : new int[] {Tag.PROCEDURE_CODE_SEQUENCE, SEQUENCE}) {
            assertEquals(
                    "ABCD",
                    dataSet.item(tag).orElseThrow().string(Tag.CODE_VALUE).orElseThrow());
        }
        assertEquals(Vr.LO, dataSet.element(Tag.PATIENT_ID).orElseThrow().vr());
    }

    @Test
    void bytesOfVrUnThatAreNoSequenceStayBytes() throws DicomException {
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(SEQUENCE, "UN", "no sequence ")
                .toArray());
        assertEquals(Vr.UN, file.dataSet().element(SEQUENCE).orElseThrow().vr());
        assertEquals(12, file.dataSet().bytes(SEQUENCE).length());
        assertEquals(1, file.notes().size());
    }

    @Test
    void itemsReadTheirTextWithTheOuterCharacterSetUnlessTheyHaveTheirOwn() throws DicomException {
        DataSet dataSet = Part10.read(DicomBytes.file(EXPLICIT)
                        .explicit(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 144")
                        .explicit(SEQUENCE, "SQ", DicomBytes.UNDEFINED)
                        .item(DicomBytes.UNDEFINED)
                        .explicit(Tag.PATIENT_NAME, "PN", "\u00BB\u00EE")
                        .itemEnd()
                        .item(DicomBytes.UNDEFINED)
                        .explicit(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100")
                        .explicit(Tag.PATIENT_NAME, "PN", "\u00BB\u00EE")
                        .itemEnd()
                        .sequenceEnd()
                        .toArray())
                .dataSet();
        List<DataSet> items = dataSet.sequence(SEQUENCE);
        assertEquals("Лю", items.get(0).personName(Tag.PATIENT_NAME).alphabetic());
        assertEquals("\u00BB\u00EE", items.get(1).personName(Tag.PATIENT_NAME).alphabetic());
    }

    @Test
    void encapsulatedFragmentsAreKeptApart() throws DicomException {
        DataSet dataSet = Part10.read(DicomBytes.file(TransferSyntax.JPEG_BASELINE.uid())
                        .explicit(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED)
                        .item(4)
                        .n32(0)
                        .item(2)
                        .raw((byte) 1, (byte) 2)
                        .item(4)
                        .raw((byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0)
                        .sequenceEnd()
                        .toArray())
                .dataSet();
        Element.Fragments pixels = assertInstanceOf(
                Element.Fragments.class, dataSet.element(Tag.PIXEL_DATA).orElseThrow());
        assertEquals(4, pixels.offsetTable().length());
        assertEquals(2, pixels.fragments().size());
        assertEquals(0xFE, pixels.fragments().get(1).at(0));
    }

    @Test
    void aLengthThatLiesAllocatesNothing() throws IOException {
        for (long lie : new long[] {0xFFFFFFFEL, 0x7FFFFFFFL, 0x80000000L, 1_000_000_000L}) {
            byte[] value = DicomBytes.file(EXPLICIT)
                    .explicit(Tag.MODALITY, "CS", "CT")
                    .explicit(Tag.PIXEL_DATA, "OW", lie)
                    .raw((byte) 1, (byte) 2)
                    .toArray();
            DicomFile file = Part10.read(new ByteArrayInputStream(value), ReadOptions.ALL);
            assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
            assertEquals(2, file.dataSet().bytes(Tag.PIXEL_DATA).length());
            assertTrue(file.dataSet().bytes(Tag.PIXEL_DATA).array().length <= SourceBytes.FIRST_READ);
            assertEquals(1, file.notes().size());
            byte[] item = DicomBytes.file(IMPLICIT)
                    .implicit(Tag.MODALITY, "CT")
                    .implicit(SEQUENCE, lie)
                    .item(lie)
                    .toArray();
            DicomFile nested = Part10.read(new ByteArrayInputStream(item), ReadOptions.ALL);
            assertTrue(nested.dataSet().bytes(Tag.MODALITY).array().length <= SourceBytes.FIRST_READ);
            assertFalse(nested.notes().isEmpty());
        }
    }

    @Test
    void truncatedTextIsLeftOutAndTheRestIsKept() throws DicomException {
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(Tag.MODALITY, "CS", "CT")
                .explicit(Tag.PATIENT_ID, "LO", 20)
                .raw((byte) 'X')
                .toArray());
        assertEquals(1, file.dataSet().size());
        assertTrue(file.notes().getFirst().contains("(0010,0020) PatientID should have 20 bytes"));
    }

    @Test
    void sequencesNestedBeyondTheLimitAreRefusedWithoutAStackOverflow() {
        DicomBytes bytes = DicomBytes.file(EXPLICIT);
        for (int i = 0; i < 20_000; i++) {
            bytes.explicit(SEQUENCE, "SQ", DicomBytes.UNDEFINED).item(DicomBytes.UNDEFINED);
        }
        DicomException refused = assertThrows(DicomException.class, () -> Part10.read(bytes.toArray()));
        assertEquals(DicomException.Reason.LIMIT, refused.reason());
    }

    @Test
    void sequencesWithinTheLimitAreRead() throws DicomException {
        DicomBytes bytes = DicomBytes.file(EXPLICIT);
        for (int i = 0; i < 60; i++) {
            bytes.explicit(SEQUENCE, "SQ", DicomBytes.UNDEFINED).item(DicomBytes.UNDEFINED);
        }
        for (int i = 0; i < 60; i++) {
            bytes.itemEnd().sequenceEnd();
        }
        assertEquals(List.of(), Part10.read(bytes.toArray()).notes());
    }

    @Test
    void moreElementsThanTheLimitAreRefused() {
        DicomBytes bytes = DicomBytes.file(EXPLICIT);
        for (int i = 0; i < 100; i++) {
            bytes.explicit(0x00091000 + i, "LO", "");
        }
        DicomException refused = assertThrows(
                DicomException.class, () -> Part10.read(bytes.toArray(), new ReadOptions(false, 1 << 20, 10, 50)));
        assertEquals(DicomException.Reason.LIMIT, refused.reason());
    }

    @Test
    void anElementThatComesTwiceIsKeptOnceWithANote() throws DicomException {
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(Tag.PATIENT_ID, "LO", "P1")
                .explicit(Tag.PATIENT_ID, "LO", "P2")
                .explicit(Tag.MODALITY, "CS", "CT")
                .toArray());
        assertEquals("P1", file.dataSet().string(Tag.PATIENT_ID).orElseThrow());
        assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
        assertEquals(1, file.notes().size());
    }

    @Test
    void anUnknownVrIsReadAsBytes() throws DicomException {
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(Tag.MODALITY, "CS", "CT")
                .explicit(0x00091001, "ZZ", "abcd")
                .explicit(Tag.PATIENT_ID, "LO", "P1")
                .toArray());
        assertEquals("P1", file.dataSet().string(Tag.PATIENT_ID).orElseThrow());
        assertEquals(4, file.dataSet().bytes(0x00091001).length());
        assertEquals(1, file.notes().size());
    }

    @Test
    void zerosAfterTheLastElementAreNoted() throws DicomException {
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(Tag.PATIENT_ID, "LO", "P1")
                .raw(new byte[500])
                .toArray());
        assertEquals(1, file.dataSet().size());
        assertEquals(1, file.notes().size());
    }

    @Test
    void missingDelimitersAreNotedAndTheItemsKept() throws DicomException {
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(SEQUENCE, "SQ", DicomBytes.UNDEFINED)
                .item(DicomBytes.UNDEFINED)
                .explicit(Tag.CODE_VALUE, "SH", "ABCD")
                .item(DicomBytes.UNDEFINED)
                .explicit(Tag.CODE_VALUE, "SH", "EFGH")
                .sequenceEnd()
                .explicit(Tag.PATIENT_ID, "LO", "P1")
                .toArray());
        assertEquals(2, file.dataSet().sequence(SEQUENCE).size());
        assertEquals("P1", file.dataSet().string(Tag.PATIENT_ID).orElseThrow());
        assertEquals(2, file.notes().size());
    }
}
