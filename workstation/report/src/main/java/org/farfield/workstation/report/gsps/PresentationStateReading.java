package org.farfield.workstation.report.gsps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Tag;
import org.farfield.workstation.report.sr.InstanceRef;

/** Reads any program's presentation state; what of it makes no sense is left out, the rest is kept. */
public final class PresentationStateReading {
    private PresentationStateReading() {}

    /**
     * Reads one.
     *
     * @throws DicomException it is none
     */
    public static PresentationState read(DataSet d) throws DicomException {
        String sopClass = d.string(Tag.SOP_CLASS_UID).orElse("");
        if (!sopClass.equals(PresentationState.SOP_CLASS)) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "SOP class " + sopClass + " is no greyscale presentation state");
        }
        List<Target> targets = new ArrayList<>();
        for (DataSet series : d.sequence(Tag.REFERENCED_SERIES_SEQUENCE)) {
            targets.addAll(
                    targets(series, series.string(Tag.SERIES_INSTANCE_UID).orElse("")));
        }
        return new PresentationState(
                new InstanceRef(
                        d.string(Tag.STUDY_INSTANCE_UID).orElse(""),
                        d.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                        sopClass,
                        d.string(Tag.SOP_INSTANCE_UID).orElse("")),
                d.string(GspsTag.CONTENT_LABEL).orElse(""),
                d.string(GspsTag.CONTENT_DESCRIPTION).orElse(""),
                d.string(GspsTag.CONTENT_CREATOR_NAME).orElse(""),
                List.of(
                        d.string(GspsTag.PRESENTATION_CREATION_DATE).orElse(""),
                        d.string(GspsTag.PRESENTATION_CREATION_TIME).orElse("")),
                targets,
                rescale(d),
                d.sequence(GspsTag.SOFTCOPY_VOI_LUT_SEQUENCE).stream()
                        .flatMap(item -> voi(item).stream())
                        .toList(),
                d.string(GspsTag.PRESENTATION_LUT_SHAPE).orElse("").equals("INVERSE"),
                d.sequence(GspsTag.DISPLAYED_AREA_SELECTION_SEQUENCE).stream()
                        .flatMap(item -> area(item).stream())
                        .toList(),
                orientation(d),
                d.sequence(GspsTag.GRAPHIC_ANNOTATION_SEQUENCE).stream()
                        .map(PresentationStateReading::annotation)
                        .toList(),
                Shutter.of(d));
    }

    private static List<Target> targets(DataSet item, String seriesUid) {
        return item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE).stream()
                .map(image -> new Target(
                        seriesUid,
                        image.string(Tag.REFERENCED_SOP_CLASS_UID).orElse(""),
                        image.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse(""),
                        Arrays.stream(image.integers(Tag.REFERENCED_FRAME_NUMBER))
                                .boxed()
                                .toList()))
                .toList();
    }

    private static Optional<PresentationState.Rescale> rescale(DataSet d) {
        double slope = d.decimal(Tag.RESCALE_SLOPE).orElse(0);
        return slope == 0
                ? Optional.empty()
                : Optional.of(new PresentationState.Rescale(
                        slope,
                        d.decimal(Tag.RESCALE_INTERCEPT).orElse(0),
                        d.string(Tag.RESCALE_TYPE).orElse("US")));
    }

    private static Optional<VoiChoice> voi(DataSet item) {
        double width = item.decimal(Tag.WINDOW_WIDTH).orElse(0);
        Optional<DataSet> table = item.item(Tag.VOI_LUT_SEQUENCE).map(DataSet::copy);
        if (!(width > 0) && table.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VoiChoice(
                targets(item, ""),
                item.decimal(Tag.WINDOW_CENTER).orElse(0),
                width,
                item.string(Tag.VOI_LUT_FUNCTION).orElse("LINEAR"),
                width > 0 ? Optional.empty() : table));
    }

    private static Optional<DisplayedArea> area(DataSet item) {
        int[] first = item.integers(GspsTag.DISPLAYED_AREA_TOP_LEFT);
        int[] last = item.integers(GspsTag.DISPLAYED_AREA_BOTTOM_RIGHT);
        if (first.length != 2 || last.length != 2) {
            return Optional.empty();
        }
        DisplayedArea.SizeMode mode =
                switch (item.string(GspsTag.PRESENTATION_SIZE_MODE).orElse("")) {
                    case "TRUE SIZE" -> DisplayedArea.SizeMode.TRUE_SIZE;
                    case "MAGNIFY" -> DisplayedArea.SizeMode.MAGNIFY;
                    default -> DisplayedArea.SizeMode.SCALE_TO_FIT;
                };
        double[] spacing = item.decimals(GspsTag.PRESENTATION_PIXEL_SPACING);
        return Optional.of(new DisplayedArea(
                targets(item, ""),
                first[0],
                first[1],
                last[0],
                last[1],
                mode,
                spacing.length == 2 ? List.of(spacing[0], spacing[1]) : List.of(),
                item.decimal(GspsTag.PRESENTATION_PIXEL_MAGNIFICATION_RATIO).orElse(0)));
    }

    private static PresentationState.Orientation orientation(DataSet d) {
        int degrees = Math.floorMod(d.integer(GspsTag.IMAGE_ROTATION).orElse(0), 360);
        boolean flipped = d.string(GspsTag.IMAGE_HORIZONTAL_FLIP).orElse("N").equals("Y");
        return new PresentationState.Orientation(degrees % 90 == 0 ? degrees : 0, flipped);
    }

    private static Annotation annotation(DataSet item) {
        return new Annotation(
                targets(item, ""),
                item.string(GspsTag.GRAPHIC_LAYER).orElse(""),
                item.sequence(GspsTag.GRAPHIC_OBJECT_SEQUENCE).stream()
                        .flatMap(graphic -> graphic(graphic).stream())
                        .toList(),
                item.sequence(GspsTag.TEXT_OBJECT_SEQUENCE).stream()
                        .flatMap(text -> text(text).stream())
                        .toList());
    }

    private static Optional<Graphic> graphic(DataSet item) {
        double[] xy = item.decimals(GspsTag.GRAPHIC_DATA);
        Optional<Graphic.Type> type = Arrays.stream(Graphic.Type.values())
                .filter(each ->
                        each.name().equals(item.string(GspsTag.GRAPHIC_TYPE).orElse("")))
                .findFirst();
        Optional<Units> units = units(item, GspsTag.GRAPHIC_ANNOTATION_UNITS);
        if (type.isEmpty() || units.isEmpty() || xy.length % 2 != 0 || xy.length < least(type.get())) {
            return Optional.empty();
        }
        return Optional.of(new Graphic(
                units.get(),
                type.get(),
                Arrays.stream(xy).boxed().toList(),
                item.string(GspsTag.GRAPHIC_FILLED).orElse("N").equals("Y")));
    }

    private static int least(Graphic.Type type) {
        return switch (type) {
            case POINT -> 2;
            case POLYLINE, INTERPOLATED, CIRCLE -> 4;
            case ELLIPSE -> 8;
        };
    }

    private static Optional<TextMark> text(DataSet item) {
        double[] first = item.decimals(GspsTag.BOUNDING_BOX_TOP_LEFT);
        double[] last = item.decimals(GspsTag.BOUNDING_BOX_BOTTOM_RIGHT);
        double[] at = item.decimals(GspsTag.ANCHOR_POINT);
        Optional<TextMark.Box> box = units(item, GspsTag.BOUNDING_BOX_ANNOTATION_UNITS)
                .filter(units -> first.length == 2 && last.length == 2)
                .map(units -> new TextMark.Box(units, first[0], first[1], last[0], last[1]));
        Optional<TextMark.Anchor> anchor = units(item, GspsTag.ANCHOR_POINT_ANNOTATION_UNITS)
                .filter(units -> at.length == 2)
                .map(units -> new TextMark.Anchor(units, at[0], at[1]));
        String text = item.string(GspsTag.UNFORMATTED_TEXT_VALUE).orElse("");
        boolean anchored =
                item.string(GspsTag.ANCHOR_POINT_VISIBILITY).orElse("N").equals("Y");
        return text.isBlank() || (box.isEmpty() && anchor.isEmpty())
                ? Optional.empty()
                : Optional.of(new TextMark(text, box, anchor, anchored));
    }

    private static Optional<Units> units(DataSet item, int tag) {
        return Arrays.stream(Units.values())
                .filter(each -> each.name().equals(item.string(tag).orElse("")))
                .findFirst();
    }
}
