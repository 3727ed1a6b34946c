package org.farfield.dicom.deidentification;

import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/** Values that say nothing and are allowed where a value must be (action D of PS3.15 E.1.1). */
final class DummyValues {
    static final String TEXT = "ANONYMIZED";
    private static final String DATE = "19000101";
    private static final String TIME = "000000";
    private static final Set<Integer> STRUCTURE =
            Set.of(Tag.REFERENCED_SOP_CLASS_UID, Tag.of("ContextUID"), Tag.CODING_SCHEME_DESIGNATOR);

    private DummyValues() {}

    /** Puts a value that says nothing in place of an element that is no sequence. */
    static void put(DataSet dataSet, Element element, Pseudonyms pseudonyms) {
        int tag = element.tag();
        Vr vr = element.vr();
        switch (vr) {
            case AE, CS, LO, LT, PN, SH, ST, UC, UT -> dataSet.set(tag, vr, TEXT);
            case AS -> dataSet.set(tag, vr, "000Y");
            case DA -> dataSet.set(tag, vr, DATE);
            case TM -> dataSet.set(tag, vr, TIME);
            case DT -> dataSet.set(tag, vr, DATE + TIME);
            case DS, IS -> dataSet.set(tag, vr, "0");
            case UR -> dataSet.set(tag, vr, "urn:anonymized");
            case UI ->
                dataSet.set(
                        tag,
                        vr,
                        dataSet.strings(tag).stream().map(pseudonyms::uid).toArray(String[]::new));
            default -> dataSet.setBytes(tag, vr, new byte[Math.max(2, vr.unitBytes())]);
        }
    }

    /** Replaces every text, date and UID in the items of a sequence; what gives the items their form stays. */
    static void fill(DataSet item, Pseudonyms pseudonyms) {
        for (Element element : DataSets.elements(item)) {
            if (Tag.isPrivate(element.tag())) {
                item.remove(element.tag());
            } else if (element instanceof Element.Sequence sequence) {
                sequence.items().forEach(inner -> fill(inner, pseudonyms));
            } else if (element.vr() != Vr.CS && !STRUCTURE.contains(element.tag())) {
                put(item, element, pseudonyms);
            }
        }
    }

    /** One text in place of what a structured report says (PS3.3 C.17.3). */
    static DataSet content() {
        DataSet item = new DataSet()
                .set(Tag.of("RelationshipType"), "CONTAINS")
                .set(Tag.VALUE_TYPE, "TEXT")
                .set(Tag.TEXT_VALUE, TEXT);
        item.newItem(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .set(Tag.CODE_VALUE, "121106")
                .set(Tag.CODING_SCHEME_DESIGNATOR, "DCM")
                .set(Tag.CODE_MEANING, "Comment");
        return item;
    }

    /** One text in place of what was drawn on an image (PS3.3 C.10.5); what it refers to stays. */
    static void drawing(DataSet annotation) {
        annotation.remove(Tag.of("GraphicObjectSequence"));
        annotation
                .remove(Tag.of("CompoundGraphicSequence"))
                .setSequence(Tag.of("TextObjectSequence"))
                .newItem(Tag.of("TextObjectSequence"))
                .set(Tag.of("UnformattedTextValue"), TEXT)
                .set(Tag.of("AnchorPointAnnotationUnits"), "PIXEL")
                .set(Tag.of("AnchorPoint"), 1.0, 1.0)
                .set(Tag.of("AnchorPointVisibility"), "N");
    }
}
