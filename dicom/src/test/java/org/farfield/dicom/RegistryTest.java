package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The registry of PS3.6: elements, transfer syntaxes, UIDs. */
class RegistryTest {
    @Test
    void everyTagConstantHasTheKeywordOfItsName() throws IllegalAccessException {
        for (Field field : Tag.class.getFields()) {
            String keyword = Tag.keyword(field.getInt(null));
            assertEquals(field.getName().replace("_", ""), keyword.toUpperCase(Locale.ROOT), field.getName());
            assertEquals(field.getInt(null), Tag.of(keyword));
        }
    }

    @Test
    void elementsHaveTheRepresentationOfTheStandard() {
        assertEquals(Vr.PN, Dictionary.vr(Tag.PATIENT_NAME, false));
        assertEquals(Vr.SQ, Dictionary.vr(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, false));
        assertEquals(Vr.US, Dictionary.vr(Tag.PIXEL_PADDING_VALUE, false));
        assertEquals(Vr.SS, Dictionary.vr(Tag.PIXEL_PADDING_VALUE, true));
        assertEquals(Vr.OW, Dictionary.vr(Tag.PIXEL_DATA, false));
        assertEquals(Vr.OW, Dictionary.vr(0x60023000, false));
        assertEquals("OverlayRows", Tag.keyword(0x60020010));
        assertEquals(Vr.UL, Dictionary.vr(0x00080000, false));
        assertEquals(Vr.UN, Dictionary.vr(0x00091001, false));
        assertEquals(Vr.UN, Dictionary.vr(0x0008FFF1, false));
        assertEquals("(0010,0010) PatientName", Tag.describe(Tag.PATIENT_NAME));
        assertThrows(IllegalArgumentException.class, () -> Tag.of("NoSuchKeyword"));
    }

    @Test
    void anUnknownTransferSyntaxIsTakenAsEncapsulated() {
        TransferSyntax unknown = TransferSyntax.of("1.2.3");
        assertFalse(unknown.isKnown());
        assertTrue(unknown.encapsulated() && unknown.explicitVr());
        assertEquals(TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.of("1.2.840.10008.1.2.4.80"));
    }

    @Test
    void newUidsAreValidAndDiffer() {
        String uid = Uids.create();
        assertTrue(Uids.isValid(uid) && uid.startsWith("2.25.") && uid.length() <= 44, uid);
        assertNotEquals(uid, Uids.create());
        assertTrue(Uids.isValid(Uids.FARFIELD_IMPLEMENTATION));
        assertTrue(Uids.FARFIELD_VERSION_NAME.length() <= 16);
    }

    /** The example of PS3.5 B.2. */
    @Test
    void aUuidBecomesOneDecimalNumber() {
        assertEquals(
                "2.25.329800735698586629295641978511506172918",
                Uids.fromUuid(UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")));
    }

    @Test
    void malformedUidsAreNotValid() {
        for (String uid : new String[] {"", "1..2", "1.02", "1.2.", ".1", "1.2a", "../etc", "1".repeat(65)}) {
            assertFalse(Uids.isValid(uid), uid);
        }
    }
}
