package org.farfield.dicom.deidentification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Dictionary;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;

/** Applies Table E.1-1 to the elements of one object and of its items (PS3.15 E.1.1). One use, one thread. */
final class ProfileActions {
    /**
     * Images in whose definition no attribute is required that the table may remove (PS3.3 A.2, A.3, A.4, A.6 - A.8).
     */
    private static final Set<String> PLAIN_IMAGES = Set.of(
            Uids.CT_IMAGE_STORAGE,
            Uids.MR_IMAGE_STORAGE,
            Uids.CR_IMAGE_STORAGE,
            Uids.US_IMAGE_STORAGE,
            Uids.US_MULTIFRAME_IMAGE_STORAGE,
            Uids.SECONDARY_CAPTURE_IMAGE_STORAGE);

    private static final int GRAPHIC_ANNOTATION_SEQUENCE = Tag.of("GraphicAnnotationSequence");
    private static final Set<Integer> TEXT_OF_CONTENT = Set.of(Tag.TEXT_VALUE, Tag.of("UnformattedTextValue"));

    private final Set<ProfileOption> options;
    private final Pseudonyms pseudonyms;
    private final DateShift shift;
    private final boolean plain;

    ProfileActions(Set<ProfileOption> options, Pseudonyms pseudonyms, DateShift shift, String sopClass) {
        this.options = options;
        this.pseudonyms = pseudonyms;
        this.shift = shift;
        this.plain = PLAIN_IMAGES.contains(sopClass);
    }

    void apply(DataSet dataSet) {
        apply(dataSet, false);
    }

    /** @param cleaned true inside of a sequence that an option keeps on the condition that it is cleaned */
    private void apply(DataSet dataSet, boolean cleaned) {
        for (Element element : DataSets.elements(dataSet)) {
            int tag = element.tag();
            Optional<ProfileTable.Row> row = ProfileTable.row(tag);
            if (Tag.isPrivate(tag) || isOverlay(tag) || !Dictionary.knows(tag) || Tag.group(tag) <= 2) {
                dataSet.remove(tag);
            } else if (row.isPresent()) {
                act(dataSet, element, row.get(), row.get().action(options), cleaned);
            } else if (cleaned && TEXT_OF_CONTENT.contains(tag)) {
                cleanText(dataSet, element, "D");
            } else {
                descend(element, cleaned);
            }
        }
        if (cleaned) {
            cleanCode(dataSet);
        }
    }

    private void act(DataSet dataSet, Element element, ProfileTable.Row row, String action, boolean cleaned) {
        int tag = element.tag();
        switch (action) {
            case "K" -> descend(element, cleaned);
            case "C" -> clean(dataSet, element, row.basic());
            case "X" -> dataSet.remove(tag);
            case "Z" -> dataSet.setEmpty(tag);
            case "U", "X/Z/U*" -> {
                if (element instanceof Element.Sequence) {
                    descend(element, cleaned);
                } else {
                    DummyValues.put(dataSet, element, pseudonyms);
                }
            }
            case "D", "Z/D" -> dummy(dataSet, element);
            case "X/Z" -> removeOr(dataSet, tag, () -> dataSet.setEmpty(tag));
            case "X/D", "X/Z/D" -> removeOr(dataSet, tag, () -> dummy(dataSet, element));
            default -> throw new IllegalStateException(Tag.describe(tag) + ": no action is called " + action);
        }
    }

    private void removeOr(DataSet dataSet, int tag, Runnable otherwise) {
        if (plain) {
            dataSet.remove(tag);
        } else {
            otherwise.run();
        }
    }

    private void descend(Element element, boolean cleaned) {
        if (element instanceof Element.Sequence sequence) {
            sequence.items().forEach(item -> apply(item, cleaned));
        }
    }

    private void dummy(DataSet dataSet, Element element) {
        if (!(element instanceof Element.Sequence sequence)) {
            DummyValues.put(dataSet, element, pseudonyms);
        } else if (element.tag() == Tag.CONTENT_SEQUENCE) {
            dataSet.setSequence(Tag.CONTENT_SEQUENCE, DummyValues.content());
        } else if (element.tag() == GRAPHIC_ANNOTATION_SEQUENCE) {
            descend(element, false);
            sequence.items().forEach(DummyValues::drawing);
        } else {
            sequence.items().forEach(item -> DummyValues.fill(item, pseudonyms));
        }
    }

    private void clean(DataSet dataSet, Element element, String basic) {
        switch (element.vr()) {
            case SQ -> descend(element, true);
            case DA, DT, TM -> move(dataSet, element, basic);
            case LO, LT, SH, ST, UC, UT -> cleanText(dataSet, element, basic);
            case CS -> descend(element, false);
            case AE -> DummyValues.put(dataSet, element, pseudonyms);
            default -> act(dataSet, element, new ProfileTable.Row(basic, java.util.Map.of()), basic, false);
        }
    }

    private void move(DataSet dataSet, Element element, String basic) {
        Vr vr = element.vr();
        List<Optional<String>> moved = dataSet.strings(element.tag()).stream()
                .map(value -> shift.moved(vr, value))
                .toList();
        if (moved.stream().allMatch(Optional::isPresent)) {
            dataSet.set(
                    element.tag(), vr, moved.stream().map(Optional::orElseThrow).toArray(String[]::new));
        } else {
            act(dataSet, element, new ProfileTable.Row(basic, java.util.Map.of()), basic, false);
        }
    }

    private void cleanText(DataSet dataSet, Element element, String basic) {
        String text = HarmlessWords.clean(String.join(" ", dataSet.strings(element.tag())));
        if (element.tag() == Tag.TIMEZONE_OFFSET_FROM_UTC) {
            descend(element, false);
        } else if (text.isEmpty()) {
            act(dataSet, element, new ProfileTable.Row(basic, java.util.Map.of()), basic, false);
        } else {
            int most = element.vr() == Vr.SH ? 16 : element.vr() == Vr.LO ? 64 : Integer.MAX_VALUE;
            dataSet.set(element.tag(), element.vr(), text.substring(0, Math.min(most, text.length())));
        }
    }

    /** The meaning of a code that a site made up is free text (PS3.16 8.2: designators that begin with 99). */
    private static void cleanCode(DataSet item) {
        String scheme = item.string(Tag.CODING_SCHEME_DESIGNATOR).orElse("");
        if (item.contains(Tag.CODE_MEANING) && (scheme.isEmpty() || scheme.startsWith("99"))) {
            String meaning = HarmlessWords.clean(item.string(Tag.CODE_MEANING).orElse(""));
            item.set(Tag.CODE_MEANING, meaning.isEmpty() ? DummyValues.TEXT : meaning);
        }
    }

    /** Curves and overlays go as a whole: without its bitmap an overlay's description would break the object. */
    private static boolean isOverlay(int tag) {
        int family = Tag.group(tag) & 0xFF00;
        return family == 0x5000 || family == 0x6000;
    }
}
