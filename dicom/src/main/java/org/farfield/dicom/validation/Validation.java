package org.farfield.dicom.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Dictionary;
import org.farfield.dicom.Element;
import org.farfield.dicom.MislabelledText;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.dicom.codec.PixelFrames;

/**
 * Checks one object against PS3.5 (representations, lengths), PS3.6 (representation and number of values of each
 * element), PS3.10 (meta information) and, for CT, MR, US and SC images, PS3.3 (required elements). One use.
 */
public final class Validation {
    private static final int MANY = 1000;

    private final List<Defect> defects = new ArrayList<>();

    private Validation() {}

    /** What is wrong with a file; empty when nothing was found. At most a thousand defects. */
    public static List<Defect> of(DicomFile file) {
        Validation validation = new Validation();
        for (String note : file.notes()) {
            validation.add("", 0, Defect.Kind.ENCODING, note);
        }
        MislabelledText.in(file.dataSet())
                .ifPresent(found -> validation.add(
                        Tag.number(Tag.SPECIFIC_CHARACTER_SET),
                        Tag.SPECIFIC_CHARACTER_SET,
                        Defect.Kind.VALUE,
                        found.sentence()));
        validation.meta(file);
        validation.dataSet(file.dataSet(), "");
        new RequiredElements(validation::add).check(file.dataSet());
        validation.pixels(file);
        return List.copyOf(validation.defects);
    }

    private void add(String path, int tag, Defect.Kind kind, String text) {
        if (defects.size() < MANY) {
            defects.add(new Defect(path, tag, kind, text));
        }
    }

    private void meta(DicomFile file) {
        DataSet meta = file.meta();
        if (meta.size() == 0) {
            return;
        }
        dataSet(meta, "");
        for (int tag : new int[] {
            Tag.FILE_META_INFORMATION_VERSION,
            Tag.MEDIA_STORAGE_SOP_CLASS_UID,
            Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
            Tag.TRANSFER_SYNTAX_UID,
            Tag.IMPLEMENTATION_CLASS_UID
        }) {
            if (!meta.contains(tag)) {
                add(Tag.number(tag), tag, Defect.Kind.MISSING, "the meta information requires it (PS3.10 7.1)");
            }
        }
        same(file, Tag.MEDIA_STORAGE_SOP_CLASS_UID, Tag.SOP_CLASS_UID);
        same(file, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Tag.SOP_INSTANCE_UID);
    }

    private void same(DicomFile file, int metaTag, int tag) {
        if (file.dataSet().contains(tag)
                && !file.meta().string(metaTag).equals(file.dataSet().string(tag))) {
            add(Tag.number(metaTag), metaTag, Defect.Kind.UID, "differs from " + Tag.describe(tag));
        }
    }

    private void dataSet(DataSet dataSet, String around) {
        for (Element element : dataSet) {
            String path = around + Tag.number(element.tag());
            Set<Vr> allowed = Dictionary.representations(element.tag());
            if (!allowed.isEmpty() && !allowed.contains(element.vr())) {
                add(path, element.tag(), Defect.Kind.VR, element.vr() + " where the standard has " + allowed);
            }
            switch (element) {
                case Element.Sequence sequence -> {
                    int number = 1;
                    for (DataSet item : sequence.items()) {
                        dataSet(item, path + "[" + number++ + "] ");
                    }
                }
                case Element.Value value -> value(dataSet, value, path);
                case Element.Fragments fragments -> fragments(fragments, path);
            }
        }
    }

    private void fragments(Element.Fragments element, String path) {
        if (element.fragments().stream().anyMatch(fragment -> fragment.length() % 2 != 0)) {
            add(path, element.tag(), Defect.Kind.VALUE, "a fragment of odd length");
        }
    }

    private void value(DataSet dataSet, Element.Value value, String path) {
        if (value.bytes().length() % 2 != 0) {
            add(
                    path,
                    value.tag(),
                    Defect.Kind.VALUE,
                    "has the odd length " + value.bytes().length());
        }
        if (Tag.isPrivate(value.tag())) {
            privateBlock(dataSet, value.tag(), path);
        }
        for (String fault : ValueRules.faults(value)) {
            add(path, value.tag(), Defect.Kind.VALUE, fault);
        }
        int count = ValueRules.count(value, dataSet);
        String multiplicity = Dictionary.multiplicity(value.tag());
        if (count > 0 && !multiplicity.isEmpty() && !Multiplicity.allows(multiplicity, count)) {
            add(path, value.tag(), Defect.Kind.MULTIPLICITY, count + " values where " + multiplicity + " are allowed");
        }
        if (value.vr() == Vr.UI) {
            for (String uid : dataSet.strings(value.tag())) {
                if (!Uids.isValid(uid)) {
                    add(path, value.tag(), Defect.Kind.UID, "no UID: '" + printable(uid) + "'");
                }
            }
        }
    }

    private void privateBlock(DataSet dataSet, int tag, String path) {
        int element = Tag.element(tag);
        int creator = (tag & 0xFFFF0000) | (element >> 8);
        if (element > 0xFF && dataSet.string(creator).isEmpty()) {
            add(path, tag, Defect.Kind.MISSING, "no creator " + Tag.number(creator) + " reserves its block");
        }
    }

    private void pixels(DicomFile file) {
        if (!file.dataSet().contains(Tag.PIXEL_DATA)) {
            return;
        }
        try {
            PixelFrames frames = PixelFrames.of(file);
            frames.requireComplete();
        } catch (DicomException e) {
            if (e.reason() != DicomException.Reason.UNSUPPORTED) {
                add(Tag.number(Tag.PIXEL_DATA), Tag.PIXEL_DATA, Defect.Kind.PIXELS, String.valueOf(e.getMessage()));
            }
        }
    }

    static String printable(String text) {
        String shown = text.length() > 70 ? text.substring(0, 70) + "..." : text;
        return shown.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
