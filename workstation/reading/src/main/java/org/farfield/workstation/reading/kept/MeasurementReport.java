package org.farfield.workstation.reading.kept;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.RegionStatistics;
import org.farfield.workstation.report.sr.Code;
import org.farfield.workstation.report.sr.Codes;
import org.farfield.workstation.report.sr.ContentItem;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrValue;

/**
 * Writes measurements as an Imaging Measurement Report (PS3.16 TID 1500): a measurement group each (TID 1501, regions
 * after TID 1410), its shape in patient space (SCOORD3D), its numbers with their units, and what the reader said of it.
 * A shape does not always say on which plane it was drawn; the plane's two directions stand beside it as private
 * elements, for whoever wants it back as it was.
 */
final class MeasurementReport {
    /** Private creator of the elements beside a shape, and the plane's right and down directions, six numbers. */
    static final String CREATOR = "FARFIELD READING";

    static final int CREATOR_TAG = 0x00730010;
    static final int PLANE_TAG = 0x00731001;

    private final String frameOfReferenceUid;
    private final String unit;
    private final Function<Measurement, Measured> numbers;

    /** @param unit of the values in the volume */
    MeasurementReport(String frameOfReferenceUid, String unit, Function<Measurement, Measured> numbers) {
        this.frameOfReferenceUid = frameOfReferenceUid;
        this.unit = unit;
        this.numbers = numbers;
    }

    /** The document's tree. */
    ContentItem write(
            List<Measurement> measurements,
            String language,
            String observer,
            String modality,
            List<InstanceRef> images) {
        List<ContentItem> groups = new ArrayList<>();
        for (Measurement measurement : measurements) {
            if (measurement.complete() && measurement.hasExtent()) {
                groups.add(group(measurement, groups.size() + 1));
            }
        }
        List<ContentItem> top = new ArrayList<>();
        top.add(ContentItem.code("HAS CONCEPT MOD", Codes.LANGUAGE, Codes.language(language)));
        top.add(ContentItem.code("HAS OBS CONTEXT", Codes.OBSERVER_TYPE, Codes.PERSON));
        top.add(ContentItem.of("HAS OBS CONTEXT", Codes.PERSON_OBSERVER_NAME, new SrValue.Plain("PNAME", observer)));
        top.add(ContentItem.code("HAS CONCEPT MOD", Codes.PROCEDURE_REPORTED, Codes.procedure(modality)));
        top.add(library(images));
        top.add(ContentItem.container("CONTAINS", Codes.IMAGING_MEASUREMENTS, groups));
        return ContentItem.container("", Codes.IMAGING_MEASUREMENT_REPORT, top);
    }

    private static ContentItem library(List<InstanceRef> images) {
        List<ContentItem> entries = images.stream()
                .map(image ->
                        ContentItem.image("CONTAINS", image.sopClassUid(), image.sopInstanceUid(), OptionalInt.empty()))
                .toList();
        return ContentItem.container(
                "CONTAINS",
                Codes.IMAGE_LIBRARY,
                List.of(ContentItem.container("CONTAINS", Codes.IMAGE_LIBRARY_GROUP, entries)));
    }

    private ContentItem group(Measurement measurement, int number) {
        Measured measured = numbers.apply(measurement);
        List<ContentItem> items = new ArrayList<>();
        items.add(ContentItem.text(
                "HAS OBS CONTEXT", Codes.TRACKING_IDENTIFIER, measurement.kind().id() + " " + number));
        items.add(ContentItem.of(
                "HAS OBS CONTEXT", Codes.TRACKING_UNIQUE_IDENTIFIER, new SrValue.UidRef(trackingUid(measurement))));
        items.addAll(content(measurement, measured));
        if (!measurement.note().isEmpty()) {
            items.add(ContentItem.text("CONTAINS", Codes.COMMENT, measurement.note()));
        }
        return ContentItem.container("CONTAINS", Codes.MEASUREMENT_GROUP, items);
    }

    private List<ContentItem> content(Measurement m, Measured measured) {
        return switch (m.kind()) {
            case DISTANCE -> numbers(Codes.LENGTH, measured.lengthMm(), Codes.MILLIMETER, m);
            case ANGLE -> numbers(Codes.ANGLE, measured.degrees(), Codes.DEGREE, m);
            case COBB -> numbers(Codes.COBB_ANGLE, measured.degrees(), Codes.DEGREE, m);
            case POINT ->
                measured.inside().isPresent()
                        ? List.of(number(value(), measured.inside().get().mean(), valueUnit(), shapes(m)))
                        : regions(m);
            case ELLIPSE, RECTANGLE, FREEHAND -> region(m, measured);
            case ARROW ->
                List.of(new ContentItem(
                        "CONTAINS", Optional.of(Codes.FINDING), new SrValue.Text(m.note()), shapes(m), new DataSet()));
        };
    }

    private List<ContentItem> numbers(Code concept, OptionalDouble number, Code unit, Measurement m) {
        return number.isPresent() ? List.of(number(concept, number.getAsDouble(), unit, shapes(m))) : List.of();
    }

    private List<ContentItem> region(Measurement region, Measured measured) {
        List<ContentItem> items = new ArrayList<>(regions(region));
        measured.areaMm2().ifPresent(area -> items.add(number(Codes.AREA, area, Codes.SQUARE_MILLIMETER, List.of())));
        measured.lengthMm().ifPresent(mm -> items.add(number(Codes.PERIMETER, mm, Codes.MILLIMETER, List.of())));
        measured.inside().ifPresent(values -> statistics(values, items));
        return items;
    }

    private List<ContentItem> regions(Measurement m) {
        return shapes(m).stream().map(MeasurementReport::asRegion).toList();
    }

    private void statistics(RegionStatistics values, List<ContentItem> items) {
        items.add(derived(Codes.MEAN, values.mean()));
        items.add(derived(Codes.STANDARD_DEVIATION, values.deviation()));
        items.add(derived(Codes.MINIMUM, values.lowest()));
        items.add(derived(Codes.MAXIMUM, values.highest()));
    }

    private ContentItem derived(Code derivation, double number) {
        return ContentItem.num(
                "CONTAINS",
                value(),
                number,
                valueUnit(),
                ContentItem.code("HAS CONCEPT MOD", Codes.DERIVATION, derivation));
    }

    private Code value() {
        return unit.equals("HU") ? Codes.ATTENUATION_COEFFICIENT : Codes.PIXEL_VALUE;
    }

    private Code valueUnit() {
        return unit.equals("HU") ? Codes.HOUNSFIELD_UNIT : Codes.NO_UNITS;
    }

    private static ContentItem number(Code concept, double number, Code unit, List<ContentItem> from) {
        return ContentItem.num("CONTAINS", concept, number, unit, from.toArray(ContentItem[]::new));
    }

    /** A shape as what a region's numbers are about, not what one number follows from. */
    private static ContentItem asRegion(ContentItem shape) {
        return new ContentItem("CONTAINS", Optional.of(Codes.IMAGE_REGION), shape.value(), List.of(), shape.added());
    }

    private List<ContentItem> shapes(Measurement m) {
        List<PatientPoint> points = m.points();
        return switch (m.kind()) {
            case POINT -> List.of(shape(m, "POINT", points));
            case DISTANCE, ANGLE, ARROW -> List.of(shape(m, "POLYLINE", points));
            case COBB ->
                List.of(shape(m, "POLYLINE", points.subList(0, 2)), shape(m, "POLYLINE", points.subList(2, 4)));
            case RECTANGLE, FREEHAND -> List.of(shape(m, "POLYGON", closed(m.outline())));
            case ELLIPSE -> List.of(shape(m, "ELLIPSE", axes(m)));
        };
    }

    /** A polygon of the standard ends where it begins (PS3.3 C.18.9.1.2). */
    private static List<PatientPoint> closed(List<PatientPoint> corners) {
        List<PatientPoint> all = new ArrayList<>(corners);
        all.add(corners.getFirst());
        return all;
    }

    /** The ends of the major axis, then those of the minor one (PS3.3 C.18.9.1.2). */
    private static List<PatientPoint> axes(Measurement ellipse) {
        Measurement.Box box = ellipse.box();
        double x = box.middleAcross();
        double y = box.middleAlong();
        List<PatientPoint> across =
                List.of(ellipse.plane().at(box.left(), y), ellipse.plane().at(box.right(), y));
        List<PatientPoint> along =
                List.of(ellipse.plane().at(x, box.top()), ellipse.plane().at(x, box.bottom()));
        boolean wide = box.width() >= box.height();
        List<PatientPoint> all = new ArrayList<>(wide ? across : along);
        all.addAll(wide ? along : across);
        return all;
    }

    private ContentItem shape(Measurement m, String type, List<PatientPoint> points) {
        List<Double> xyz = new ArrayList<>();
        points.forEach(point -> xyz.addAll(List.of(point.x(), point.y(), point.z())));
        PatientVector right = m.plane().right();
        PatientVector down = m.plane().down();
        DataSet plane = new DataSet()
                .set(CREATOR_TAG, Vr.LO, CREATOR)
                .set(PLANE_TAG, Vr.FD, right.x(), right.y(), right.z(), down.x(), down.y(), down.z());
        return new ContentItem(
                "INFERRED FROM", Optional.empty(), new SrValue.Shape(type, xyz, frameOfReferenceUid), List.of(), plane);
    }

    /** The same for the same shape, so that the next document tells that it speaks of the same thing. */
    private String trackingUid(Measurement m) {
        String what = frameOfReferenceUid + m.kind() + m.points();
        return Uids.fromUuid(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)));
    }
}
