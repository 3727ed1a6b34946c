package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.GeometryNote;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VoxelPosition;
import org.farfield.workstation.reading.Fusion;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.MprState;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.PlaneView;
import org.farfield.workstation.reading.SeriesLabel;
import org.farfield.workstation.reading.SliceSteps;

/** The words in the corners of a viewport, in the language of the moment. */
final class OverlayWords {
    private static final double LEAST_TURN = 0.05;

    private final Texts texts;

    OverlayWords(Texts texts) {
        this.texts = texts;
    }

    List<String> place(MprModel model, Plane plane) {
        List<String> lines = new ArrayList<>();
        MprState state = model.state();
        SliceSteps steps = model.steps(plane);
        double turned = plane == Plane.OBLIQUE ? 0 : state.view(plane).degreesFrom(plane);
        String name = texts.get("plane." + plane.id());
        lines.add(turned < LEAST_TURN ? name : texts.get("plane.turned", name, Numbers.fixed(turned, 1)));
        lines.add(texts.get("overlay.slice", steps.index(state.crosshair()) + 1, steps.count()));
        lines.add(position(state, plane));
        Slab slab = state.slab();
        if (slab.thicknessMm() > 0) {
            lines.add(texts.get(
                    "overlay.slab",
                    texts.get("projection." + slab.projection().name().toLowerCase(Locale.ROOT)),
                    Numbers.plain(slab.thicknessMm())));
        }
        return lines;
    }

    /** The coordinate that the plane stands on where it is one of the patient's, else the way it faces. */
    private String position(MprState state, Plane plane) {
        PlaneView view = state.view(plane);
        PatientVector normal = view.right().cross(view.down());
        PatientPoint at = state.crosshair();
        if (Math.abs(normal.z()) > 0.9999) {
            return texts.get("overlay.position", "z", Numbers.fixed(at.z(), 1));
        }
        if (Math.abs(normal.y()) > 0.9999) {
            return texts.get("overlay.position", "y", Numbers.fixed(at.y(), 1));
        }
        if (Math.abs(normal.x()) > 0.9999) {
            return texts.get("overlay.position", "x", Numbers.fixed(at.x(), 1));
        }
        return "";
    }

    List<String> patient(SeriesLabel label) {
        return List.of(
                label.patientName(),
                joined(label.patientId(), sex(label.sex()), date(label.birthDate())),
                joined(date(label.studyDate()), label.studyDescription()),
                label.institution());
    }

    List<String> display(MprModel model, Plane plane) {
        MprState state = model.state();
        return List.of(
                model.fusion().get().map(this::fusion).orElse(""),
                state.inverted() ? texts.get("overlay.inverted") : "",
                texts.get("overlay.zoom", Numbers.fixed(state.view(plane).zoom(), 2)),
                window(state.window()));
    }

    private String fusion(Fusion over) {
        String name = joined(over.label().modality(), over.label().seriesDescription());
        return texts.get("overlay.fusion", name, Math.round(100 * over.opacity()));
    }

    /** Centre and width, and the function where it is not the common one. */
    private String window(VoiTransform voi) {
        String key = switch (voi) {
            case VoiTransform.Window w -> "overlay.window";
            case VoiTransform.LinearExact w -> "overlay.exact";
            case VoiTransform.Sigmoid w -> "overlay.sigmoid";
            case VoiTransform.Table w -> "overlay.table";
        };
        return texts.get(key, Numbers.plain(voi.center()), Numbers.plain(voi.width()));
    }

    List<String> series(SeriesLabel label) {
        String number = label.seriesNumber().isEmpty() ? "" : texts.get("overlay.series", label.seriesNumber());
        return List.of(joined(label.modality(), number), label.seriesDescription());
    }

    List<String> notes(Volume volume) {
        return volume.notes().stream().map(this::note).toList();
    }

    private String note(GeometryNote note) {
        return switch (note) {
            case GeometryNote.Tilted tilted -> texts.get("note.tilted", Numbers.fixed(tilted.degrees(), 1));
            case GeometryNote.ResampledUneven uneven ->
                texts.get(
                        "note.uneven",
                        Numbers.fixed(uneven.minSpacingMm(), 2),
                        Numbers.fixed(uneven.maxSpacingMm(), 2),
                        Numbers.fixed(uneven.gridSpacingMm(), 2));
        };
    }

    /** What is not there yet; empty where everything is. */
    String missing(MprModel model, Plane plane) {
        Volume volume = model.displaySet().volume();
        if (volume.complete()) {
            return "";
        }
        MprState state = model.state();
        PlaneView view = state.view(plane);
        boolean alongSlices =
                Math.abs(view.right().cross(view.down()).dot(volume.geometry().normal())) > 0.9999;
        VoxelPosition at = volume.geometry().toVoxel(state.crosshair());
        int slice = Math.clamp(Math.round(at.slice()), 0, volume.geometry().slices() - 1);
        if (alongSlices && !volume.has(slice)) {
            return texts.get("missing.slice");
        }
        return texts.get("missing.some", volume.arrived(), volume.geometry().slices());
    }

    private String sex(String code) {
        return switch (code) {
            case "M" -> texts.get("sex.male");
            case "F" -> texts.get("sex.female");
            case "O" -> texts.get("sex.other");
            default -> code;
        };
    }

    /** 20190312 as 2019-03-12; anything else as it is. */
    static String date(String dicom) {
        return dicom.matches("\\d{8}")
                ? dicom.substring(0, 4) + "-" + dicom.substring(4, 6) + "-" + dicom.substring(6)
                : dicom;
    }

    static String joined(String... parts) {
        List<String> kept = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                kept.add(part);
            }
        }
        return String.join(" \u00b7 ", kept);
    }
}
