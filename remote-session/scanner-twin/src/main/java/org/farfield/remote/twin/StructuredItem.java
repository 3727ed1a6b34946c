package org.farfield.remote.twin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/** One content item of a structured report (PS3.3 C.17.3) with those below it, while it is being built. */
final class StructuredItem {
    static final int REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE = 0x00081111;
    static final int PERFORMED_PROCEDURE_CODE_SEQUENCE = 0x0040A372;
    static final int COMPLETION_FLAG = 0x0040A491;
    static final int VERIFICATION_FLAG = 0x0040A493;

    private static final int RELATIONSHIP_TYPE = 0x0040A010;
    private static final int VALUE_TYPE = 0x0040A040;
    private static final int CONTINUITY_OF_CONTENT = 0x0040A050;
    private static final int DATE_TIME = 0x0040A120;
    private static final int UID = 0x0040A124;
    private static final int TEXT_VALUE = 0x0040A160;
    private static final int CONCEPT_CODE_SEQUENCE = 0x0040A168;
    private static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;
    private static final int NUMERIC_VALUE = 0x0040A30A;
    private static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
    private static final int CONTENT_TEMPLATE_SEQUENCE = 0x0040A504;
    private static final int MAPPING_RESOURCE = 0x00080105;
    private static final int TEMPLATE_IDENTIFIER = 0x0040DB00;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS", Locale.ROOT);

    private final DataSet item;
    private final List<StructuredItem> below = new ArrayList<>();

    /** A coded concept (PS3.3 8.8). */
    record Code(String value, String scheme, String meaning) {
        static Code dcm(String value, String meaning) {
            return new Code(value, "DCM", meaning);
        }

        static Code unit(String value, String meaning) {
            return new Code(value, "UCUM", meaning);
        }

        DataSet item() {
            return new DataSet()
                    .set(Tag.CODE_VALUE, Vr.SH, value)
                    .set(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, scheme)
                    .set(Tag.CODE_MEANING, Vr.LO, meaning);
        }
    }

    private StructuredItem(String relationship, String type, Code name) {
        item = new DataSet();
        if (!relationship.isEmpty()) {
            item.set(RELATIONSHIP_TYPE, Vr.CS, relationship);
        }
        item.set(VALUE_TYPE, Vr.CS, type);
        item.setSequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, name.item());
    }

    /** @param template identifier of its template in PS3.16, empty where it has none of its own */
    static StructuredItem container(String relationship, Code name, String template) {
        StructuredItem made = new StructuredItem(relationship, "CONTAINER", name);
        made.item.set(CONTINUITY_OF_CONTENT, Vr.CS, "SEPARATE");
        if (!template.isEmpty()) {
            made.item.setSequence(
                    CONTENT_TEMPLATE_SEQUENCE,
                    new DataSet().set(MAPPING_RESOURCE, Vr.CS, "DCMR").set(TEMPLATE_IDENTIFIER, Vr.CS, template));
        }
        return made;
    }

    static StructuredItem code(String relationship, Code name, Code value) {
        StructuredItem made = new StructuredItem(relationship, "CODE", name);
        made.item.setSequence(CONCEPT_CODE_SEQUENCE, value.item());
        return made;
    }

    static StructuredItem text(String relationship, Code name, String value) {
        StructuredItem made = new StructuredItem(relationship, "TEXT", name);
        made.item.set(TEXT_VALUE, Vr.UT, value);
        return made;
    }

    static StructuredItem uid(String relationship, Code name, String value) {
        StructuredItem made = new StructuredItem(relationship, "UIDREF", name);
        made.item.set(UID, Vr.UI, value);
        return made;
    }

    static StructuredItem time(String relationship, Code name, Instant value) {
        StructuredItem made = new StructuredItem(relationship, "DATETIME", name);
        made.item.set(DATE_TIME, Vr.DT, TIME.format(value.atOffset(ZoneOffset.UTC)));
        return made;
    }

    /** A measured value, to a hundredth. */
    static StructuredItem number(Code name, double value, Code unit) {
        StructuredItem made = new StructuredItem("CONTAINS", "NUM", name);
        DataSet measured = new DataSet();
        measured.setSequence(MEASUREMENT_UNITS_CODE_SEQUENCE, unit.item());
        measured.set(NUMERIC_VALUE, Vr.DS, String.format(Locale.ROOT, "%.2f", value));
        made.item.setSequence(MEASURED_VALUE_SEQUENCE, measured);
        return made;
    }

    StructuredItem with(StructuredItem child) {
        below.add(child);
        return this;
    }

    /** Puts the item and all below it into the data set of a document. */
    void writeInto(DataSet document) {
        finished().forEach(element -> document.put(element));
    }

    private DataSet finished() {
        if (!below.isEmpty()) {
            item.setSequence(
                    Tag.CONTENT_SEQUENCE,
                    below.stream().map(StructuredItem::finished).toArray(DataSet[]::new));
        }
        return item;
    }
}
