package org.farfield.workstation.report.gsps;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.workstation.report.sr.StudyHeader;

/** Writes a presentation state, module after module. */
final class PresentationStateWriting {
    private static final int SERIES_NUMBER = 9004;

    private final PresentationState state;

    PresentationStateWriting(PresentationState state) {
        this.state = state;
    }

    DataSet toDataSet(StudyHeader study) {
        DataSet d = study.begun();
        d.set(Tag.SOP_CLASS_UID, PresentationState.SOP_CLASS)
                .set(Tag.SOP_INSTANCE_UID, state.self().sopInstanceUid())
                .set(Tag.MODALITY, "PR")
                .set(Tag.SERIES_INSTANCE_UID, state.self().seriesUid())
                .set(Tag.SERIES_NUMBER, Vr.IS, SERIES_NUMBER)
                .set(Tag.SERIES_DESCRIPTION, "Presentation states")
                .setEmpty(Tag.LATERALITY)
                .set(Tag.MANUFACTURER, "Farfield")
                .set(Tag.MANUFACTURER_MODEL_NAME, "Farfield")
                .set(Tag.SOFTWARE_VERSIONS, Uids.FARFIELD_VERSION_NAME)
                .set(Tag.INSTANCE_NUMBER, Vr.IS, 1)
                .set(GspsTag.CONTENT_LABEL, state.label())
                .set(GspsTag.CONTENT_DESCRIPTION, state.description())
                .set(GspsTag.CONTENT_CREATOR_NAME, PersonName.parse(state.creator()))
                .set(GspsTag.PRESENTATION_CREATION_DATE, state.made().get(0))
                .set(GspsTag.PRESENTATION_CREATION_TIME, state.made().get(1))
                .set(GspsTag.PRESENTATION_LUT_SHAPE, state.inverted() ? "INVERSE" : "IDENTITY");
        relationship(d);
        state.rescale()
                .ifPresent(rescale -> d.set(Tag.RESCALE_INTERCEPT, rescale.intercept())
                        .set(Tag.RESCALE_SLOPE, rescale.slope())
                        .set(Tag.RESCALE_TYPE, rescale.type()));
        state.windows().forEach(window -> voi(d.newItem(GspsTag.SOFTCOPY_VOI_LUT_SEQUENCE), window));
        state.areas().forEach(area -> area(d.newItem(GspsTag.DISPLAYED_AREA_SELECTION_SEQUENCE), area));
        if (!state.orientation().equals(PresentationState.Orientation.NONE)) {
            d.set(GspsTag.IMAGE_HORIZONTAL_FLIP, state.orientation().flipped() ? "Y" : "N")
                    .set(GspsTag.IMAGE_ROTATION, state.orientation().degrees());
        }
        annotations(d);
        return d;
    }

    /** The images by series (PS3.3 C.11.11). */
    private void relationship(DataSet d) {
        Map<String, DataSet> series = new LinkedHashMap<>();
        for (Target target : state.targets()) {
            DataSet item = series.computeIfAbsent(
                    target.seriesUid(),
                    uid -> d.newItem(Tag.REFERENCED_SERIES_SEQUENCE).set(Tag.SERIES_INSTANCE_UID, uid));
            reference(item, target);
        }
    }

    private static void targets(DataSet item, List<Target> targets) {
        targets.forEach(target -> reference(item, target));
    }

    private static void reference(DataSet into, Target target) {
        DataSet image = into.newItem(Tag.REFERENCED_IMAGE_SEQUENCE)
                .set(Tag.REFERENCED_SOP_CLASS_UID, target.sopClassUid())
                .set(Tag.REFERENCED_SOP_INSTANCE_UID, target.sopInstanceUid());
        if (!target.frames().isEmpty()) {
            image.set(
                    Tag.REFERENCED_FRAME_NUMBER,
                    Vr.IS,
                    target.frames().stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private static void voi(DataSet item, VoiChoice voi) {
        targets(item, voi.targets());
        if (voi.table().isPresent()) {
            item.addItem(Tag.VOI_LUT_SEQUENCE, voi.table().get().copy());
        } else {
            item.set(Tag.WINDOW_CENTER, voi.center())
                    .set(Tag.WINDOW_WIDTH, voi.width())
                    .set(Tag.VOI_LUT_FUNCTION, voi.function());
        }
    }

    private static void area(DataSet item, DisplayedArea area) {
        targets(item, area.targets());
        item.set(GspsTag.DISPLAYED_AREA_TOP_LEFT, Vr.SL, area.left(), area.top())
                .set(GspsTag.DISPLAYED_AREA_BOTTOM_RIGHT, Vr.SL, area.right(), area.bottom())
                .set(GspsTag.PRESENTATION_SIZE_MODE, area.mode().term());
        if (area.spacingMm().isEmpty()) {
            item.set(GspsTag.PRESENTATION_PIXEL_ASPECT_RATIO, Vr.IS, 1, 1);
        } else {
            item.set(GspsTag.PRESENTATION_PIXEL_SPACING, numbers(area.spacingMm()));
        }
        if (area.mode() == DisplayedArea.SizeMode.MAGNIFY) {
            item.set(GspsTag.PRESENTATION_PIXEL_MAGNIFICATION_RATIO, Vr.FL, area.magnification());
        }
    }

    private void annotations(DataSet d) {
        Set<String> layers = new LinkedHashSet<>();
        for (Annotation annotation : state.annotations()) {
            layers.add(annotation.layer());
            DataSet item = d.newItem(GspsTag.GRAPHIC_ANNOTATION_SEQUENCE);
            targets(item, annotation.targets());
            item.set(GspsTag.GRAPHIC_LAYER, annotation.layer());
            annotation.texts().forEach(text -> text(item.newItem(GspsTag.TEXT_OBJECT_SEQUENCE), text));
            annotation.graphics().forEach(graphic -> graphic(item.newItem(GspsTag.GRAPHIC_OBJECT_SEQUENCE), graphic));
        }
        int order = 1;
        for (String layer : layers) {
            d.newItem(GspsTag.GRAPHIC_LAYER_SEQUENCE)
                    .set(GspsTag.GRAPHIC_LAYER, layer)
                    .set(GspsTag.GRAPHIC_LAYER_ORDER, Vr.IS, order++);
        }
    }

    private static void text(DataSet item, TextMark text) {
        item.set(GspsTag.UNFORMATTED_TEXT_VALUE, text.text());
        text.box()
                .ifPresent(box -> item.set(
                                GspsTag.BOUNDING_BOX_ANNOTATION_UNITS,
                                box.units().name())
                        .set(GspsTag.BOUNDING_BOX_TOP_LEFT, Vr.FL, box.left(), box.top())
                        .set(GspsTag.BOUNDING_BOX_BOTTOM_RIGHT, Vr.FL, box.right(), box.bottom())
                        .set(GspsTag.BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION, "LEFT"));
        text.anchor()
                .ifPresent(anchor -> item.set(
                                GspsTag.ANCHOR_POINT_ANNOTATION_UNITS,
                                anchor.units().name())
                        .set(GspsTag.ANCHOR_POINT, Vr.FL, anchor.x(), anchor.y())
                        .set(GspsTag.ANCHOR_POINT_VISIBILITY, text.anchored() ? "Y" : "N"));
    }

    private static void graphic(DataSet item, Graphic graphic) {
        item.set(GspsTag.GRAPHIC_ANNOTATION_UNITS, graphic.units().name())
                .set(GspsTag.GRAPHIC_DIMENSIONS, 2)
                .set(GspsTag.NUMBER_OF_GRAPHIC_POINTS, graphic.points())
                .set(GspsTag.GRAPHIC_DATA, Vr.FL, numbers(graphic.xy()))
                .set(GspsTag.GRAPHIC_TYPE, graphic.type().name());
        if (graphic.closed()) {
            item.set(GspsTag.GRAPHIC_FILLED, graphic.filled() ? "Y" : "N");
        }
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
