package org.farfield.workstation.report.sr;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a content item holds (PS3.3 C.17.3.2.1), by value type. */
public sealed interface SrValue {

    /** CONTAINER: nothing but its children. */
    record Container() implements SrValue {}

    /** TEXT. */
    record Text(String text) implements SrValue {}

    /** CODE. */
    record Coded(Code code) implements SrValue {}

    /** NUM: a number and its unit. */
    record Num(double number, Code unit) implements SrValue {}

    /** UIDREF. */
    record UidRef(String uid) implements SrValue {}

    /** PNAME, DATE, TIME or DATETIME, as the standard writes them. */
    record Plain(String valueType, String value) implements SrValue {}

    /**
     * IMAGE or COMPOSITE: another instance.
     *
     * @param frame from 1, where one frame of many is meant
     */
    record Reference(String sopClassUid, String sopInstanceUid, OptionalInt frame) implements SrValue {}

    /**
     * SCOORD3D (PS3.3 C.18.9): a shape in the patient.
     *
     * @param graphicType POINT, MULTIPOINT, POLYLINE, POLYGON, ELLIPSE or ELLIPSOID
     * @param xyz millimetres, three a point
     */
    record Shape(String graphicType, List<Double> xyz, String frameOfReferenceUid) implements SrValue {
        public Shape {
            xyz = List.copyOf(xyz);
        }
    }

    /**
     * SCOORD (PS3.3 C.18.6): a shape in an image, which is a child of the item.
     *
     * @param graphicType POINT, MULTIPOINT, POLYLINE, CIRCLE or ELLIPSE
     * @param columnsAndRows in pixels from the corner of the image, not from the centre of the first pixel
     */
    record ImageShape(String graphicType, List<Double> columnsAndRows) implements SrValue {
        public ImageShape {
            columnsAndRows = List.copyOf(columnsAndRows);
        }
    }

    /** One of the kinds that are not understood; kept so that it can be counted and named. */
    record Other(String valueType) implements SrValue {}

    /** What (0040,A040) says of it. */
    default String valueType() {
        return switch (this) {
            case Container c -> "CONTAINER";
            case Text t -> "TEXT";
            case Coded c -> "CODE";
            case Num n -> "NUM";
            case UidRef u -> "UIDREF";
            case Plain plain -> plain.valueType();
            case Reference r -> "IMAGE";
            case Shape s -> "SCOORD3D";
            case ImageShape s -> "SCOORD";
            case Other other -> other.valueType();
        };
    }

    /** The numbers as a list. */
    static List<Double> list(double @Nullable [] numbers) {
        return numbers == null ? List.of() : Arrays.stream(numbers).boxed().toList();
    }
}
