package org.farfield.workstation.report.sr;

import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/**
 * A coded concept (PS3.3 8.1): two are the same where value and scheme agree, whatever their meaning says.
 *
 * @param value Code Value (0008,0100)
 * @param scheme Coding Scheme Designator (0008,0102): DCM, SCT, LN, UCUM
 * @param meaning Code Meaning (0008,0104), for people
 */
public record Code(String value, String scheme, String meaning) {
    private static final int CODE_VALUE_CHARACTERS = 16;
    private static final int LONG_CODE_VALUE = 0x00080119;

    /** What an item says; empty texts where it says nothing. */
    static Code of(DataSet item) {
        return new Code(
                item.string(Tag.CODE_VALUE)
                        .or(() -> item.string(LONG_CODE_VALUE))
                        .orElse(""),
                item.string(Tag.CODING_SCHEME_DESIGNATOR).orElse(""),
                item.string(Tag.CODE_MEANING).orElse(""));
    }

    void writeTo(DataSet item) {
        item.set(value.length() > CODE_VALUE_CHARACTERS ? LONG_CODE_VALUE : Tag.CODE_VALUE, value)
                .set(Tag.CODING_SCHEME_DESIGNATOR, scheme)
                .set(Tag.CODE_MEANING, meaning);
    }

    /** Whether both name the same concept. */
    public boolean is(Code other) {
        return value.equals(other.value) && scheme.equals(other.scheme);
    }
}
