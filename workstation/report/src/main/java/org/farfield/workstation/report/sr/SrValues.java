package org.farfield.workstation.report.sr;

import java.util.List;
import java.util.OptionalInt;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/** Writes and reads what content items hold. */
final class SrValues {
    private SrValues() {}

    static void write(SrValue value, DataSet item) {
        switch (value) {
            case SrValue.Container c -> item.set(SrTag.CONTINUITY_OF_CONTENT, "SEPARATE");
            case SrValue.Text text -> item.set(SrTag.TEXT_VALUE, text.text());
            case SrValue.Coded coded -> coded.code().writeTo(item.newItem(SrTag.CONCEPT_CODE_SEQUENCE));
            case SrValue.Num num -> {
                DataSet measured = item.newItem(SrTag.MEASURED_VALUE_SEQUENCE);
                num.unit().writeTo(measured.newItem(SrTag.MEASUREMENT_UNITS_CODE_SEQUENCE));
                measured.set(SrTag.NUMERIC_VALUE, Vr.DS, num.number());
            }
            case SrValue.UidRef uid -> item.set(SrTag.UID, uid.uid());
            case SrValue.Plain plain -> item.set(plainTag(plain.valueType()), plain.value());
            case SrValue.Reference to -> ContentItem.reference(to, item.newItem(SrTag.REFERENCED_SOP_SEQUENCE));
            case SrValue.Shape shape ->
                item.set(SrTag.REFERENCED_FRAME_OF_REFERENCE_UID, shape.frameOfReferenceUid())
                        .set(SrTag.GRAPHIC_TYPE, shape.graphicType())
                        .set(SrTag.GRAPHIC_DATA, Vr.FL, numbers(shape.xyz()));
            case SrValue.ImageShape shape ->
                item.set(SrTag.GRAPHIC_TYPE, shape.graphicType())
                        .set(SrTag.GRAPHIC_DATA, Vr.FL, numbers(shape.columnsAndRows()));
            case SrValue.Other other -> {}
        }
    }

    static SrValue read(DataSet item) {
        String type = item.string(SrTag.VALUE_TYPE).orElse("");
        return switch (type) {
            case "CONTAINER" -> new SrValue.Container();
            case "TEXT" -> new SrValue.Text(item.string(SrTag.TEXT_VALUE).orElse(""));
            case "CODE" ->
                item.item(SrTag.CONCEPT_CODE_SEQUENCE)
                        .map(code -> (SrValue) new SrValue.Coded(Code.of(code)))
                        .orElse(new SrValue.Other(type));
            case "NUM" -> num(item);
            case "UIDREF" -> new SrValue.UidRef(item.string(SrTag.UID).orElse(""));
            case "PNAME", "DATE", "TIME", "DATETIME" ->
                new SrValue.Plain(type, item.string(plainTag(type)).orElse(""));
            case "IMAGE", "COMPOSITE" ->
                item.item(SrTag.REFERENCED_SOP_SEQUENCE)
                        .map(SrValues::reference)
                        .orElse(new SrValue.Other(type));
            case "SCOORD3D" ->
                new SrValue.Shape(
                        item.string(SrTag.GRAPHIC_TYPE).orElse(""),
                        SrValue.list(item.decimals(SrTag.GRAPHIC_DATA)),
                        item.string(SrTag.REFERENCED_FRAME_OF_REFERENCE_UID).orElse(""));
            case "SCOORD" ->
                new SrValue.ImageShape(
                        item.string(SrTag.GRAPHIC_TYPE).orElse(""), SrValue.list(item.decimals(SrTag.GRAPHIC_DATA)));
            default -> new SrValue.Other(type);
        };
    }

    private static SrValue num(DataSet item) {
        return item.item(SrTag.MEASURED_VALUE_SEQUENCE)
                .filter(measured -> measured.decimal(SrTag.NUMERIC_VALUE).isPresent())
                .map(measured -> (SrValue) new SrValue.Num(
                        measured.decimal(SrTag.NUMERIC_VALUE).getAsDouble(),
                        measured.item(SrTag.MEASUREMENT_UNITS_CODE_SEQUENCE)
                                .map(Code::of)
                                .orElse(Codes.NO_UNITS)))
                .orElse(new SrValue.Other("NUM"));
    }

    private static SrValue reference(DataSet to) {
        return new SrValue.Reference(
                to.string(Tag.REFERENCED_SOP_CLASS_UID).orElse(""),
                to.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse(""),
                to.integer(Tag.REFERENCED_FRAME_NUMBER).isPresent()
                        ? to.integer(Tag.REFERENCED_FRAME_NUMBER)
                        : OptionalInt.empty());
    }

    private static int plainTag(String valueType) {
        return switch (valueType) {
            case "DATE" -> SrTag.DATE;
            case "TIME" -> SrTag.TIME;
            case "DATETIME" -> SrTag.DATE_TIME;
            default -> SrTag.PERSON_NAME;
        };
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
