package org.farfield.workstation.reading.presentation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.farfield.rendering.volume.LookUpTable;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.presentation.AcquiredSlice.Pixel;
import org.farfield.workstation.report.gsps.Annotation;
import org.farfield.workstation.report.gsps.DisplayedArea;
import org.farfield.workstation.report.gsps.PresentationState.Orientation;
import org.farfield.workstation.report.gsps.PresentationState.Rescale;
import org.farfield.workstation.report.gsps.Target;
import org.farfield.workstation.report.gsps.VoiChoice;

/** Puts a view of a volume into the words of a presentation state. */
final class ViewToState {
    private ViewToState() {}

    /** Rescale of an image; empty where a table takes its place. */
    static Optional<Rescale> rescale(AcquiredSlice slice) {
        return slice.values()
                .flatMap(values -> values.modality() instanceof ModalityTransform.Linear linear
                        ? Optional.of(new Rescale(
                                linear.slope(),
                                linear.intercept(),
                                values.unit().isEmpty() ? "US" : values.unit()))
                        : Optional.empty());
    }

    static Target target(AcquiredSlice slice) {
        return new Target(
                slice.image().seriesUid(),
                slice.image().sopClassUid(),
                slice.image().sopInstanceUid(),
                slice.frame().isPresent() ? List.of(slice.frame().getAsInt()) : List.of());
    }

    private static Target inItem(AcquiredSlice slice) {
        Target target = target(slice);
        return new Target("", target.sopClassUid(), target.sopInstanceUid(), target.frames());
    }

    static VoiChoice window(VoiTransform window) {
        String function = switch (window) {
            case VoiTransform.LinearExact w -> "LINEAR_EXACT";
            case VoiTransform.Sigmoid w -> "SIGMOID";
            default -> "LINEAR";
        };
        Optional<DataSet> table = window instanceof VoiTransform.Table t ? Optional.of(table(t)) : Optional.empty();
        return new VoiChoice(List.of(), window.center(), window.width(), function, table);
    }

    private static DataSet table(VoiTransform.Table voi) {
        LookUpTable table = voi.table();
        ByteBuffer entries = ByteBuffer.allocate(2 * table.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < table.size(); i++) {
            entries.putShort((short) Math.round(table.apply(table.first() + i)));
        }
        int bits = Integer.bitCount(table.most());
        DataSet item = new DataSet()
                .set(Tag.LUT_DESCRIPTOR, table.first() < 0 ? Vr.SS : Vr.US, table.size() & 0xffff, table.first(), bits)
                .setBytes(Tag.LUT_DATA, Vr.OW, entries.array());
        return voi.explanation().isEmpty() ? item : item.set(Tag.LUT_EXPLANATION, voi.explanation());
    }

    /** The part of the image that a viewport shows, to whole pixels. */
    static DisplayedArea area(SlicePlane plane, ViewportGeometry view, Orientation orientation) {
        Turn turn = Turn.of(orientation);
        Pixel centre = AcquiredSlice.toPixel(plane, view.center());
        double widthMm = view.width() * view.mmPerPixel();
        double heightMm = view.height() * view.mmPerPixel();
        double columns = (turn.level() ? widthMm : heightMm) / plane.columnSpacingMm();
        double rows = (turn.level() ? heightMm : widthMm) / plane.rowSpacingMm();
        int lowColumn = (int) Math.round(centre.column() - columns / 2) + 1;
        int highColumn = Math.max(lowColumn, (int) Math.round(centre.column() + columns / 2));
        int lowRow = (int) Math.round(centre.row() - rows / 2) + 1;
        int highRow = Math.max(lowRow, (int) Math.round(centre.row() + rows / 2));
        return new DisplayedArea(
                List.of(),
                turn.lowColumnFirst() ? lowColumn : highColumn,
                turn.lowRowFirst() ? lowRow : highRow,
                turn.lowColumnFirst() ? highColumn : lowColumn,
                turn.lowRowFirst() ? highRow : lowRow,
                DisplayedArea.SizeMode.SCALE_TO_FIT,
                List.of(plane.rowSpacingMm(), plane.columnSpacingMm()),
                0);
    }

    /** All of the image. */
    static DisplayedArea whole(SlicePlane plane) {
        return new DisplayedArea(
                List.of(),
                1,
                1,
                plane.columns(),
                plane.rows(),
                DisplayedArea.SizeMode.SCALE_TO_FIT,
                List.of(plane.rowSpacingMm(), plane.columnSpacingMm()),
                0);
    }

    /**
     * The measurements that lie on slices, drawn on them; one on another plane, or between two slices by more than half
     * their distance, is left out.
     *
     * @param words the lines beside a measurement
     */
    static List<Annotation> annotations(
            MprModel mpr, ShownStudy.Shown shown, Function<Measurement, List<String>> words) {
        double reach = mpr.displaySet().volume().geometry().sliceStep().length() / 2 + 1e-3;
        List<Annotation> all = new ArrayList<>();
        for (Measurement measurement : mpr.state().measurements()) {
            PatientPoint on = measurement.plane().origin();
            Optional<AcquiredSlice> slice = shown.nearest(on).filter(each -> measurement.complete());
            Optional<SlicePlane> plane = slice.flatMap(AcquiredSlice::plane)
                    .filter(each -> measurement.plane().isNormal(each.normal())
                            && Math.abs(AcquiredSlice.ahead(each, on)) <= reach);
            if (slice.isPresent() && plane.isPresent()) {
                MeasurementGraphics graphics = new MeasurementGraphics(measurement, plane.get());
                List<String> lines = new ArrayList<>(words.apply(measurement));
                if (!measurement.note().isEmpty()) {
                    lines.addFirst(measurement.note());
                }
                all.add(new Annotation(
                        List.of(inItem(slice.get())), "MEASUREMENTS", graphics.shapes(), graphics.texts(lines)));
            }
        }
        return all;
    }
}
