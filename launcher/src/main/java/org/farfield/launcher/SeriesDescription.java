package org.farfield.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farfield.launcher.OpenedPath.Opened;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.Stacking;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.Frame;
import org.farfield.workstation.study.Instance;
import org.farfield.workstation.study.Problem;
import org.jspecify.annotations.Nullable;

/** One series in words and numbers, for {@code farfield info}. */
final class SeriesDescription {
    private final Opened opened;
    private final List<Problem> strays;

    SeriesDescription(Opened opened, List<Problem> strays) {
        this.opened = opened;
        this.strays = strays;
    }

    /** One JSON line. */
    String json() {
        JsonLine line = new JsonLine()
                .put("studyUid", opened.study().uid())
                .put("seriesUid", opened.series().uid())
                .put("sopClassUids", distinct(Instance::sopClassUid))
                .put("modality", opened.series().modality())
                .put("seriesNumber", opened.series().number())
                .put("description", opened.series().description())
                .put("studyDescription", opened.study().description())
                .put("studyDate", opened.study().date())
                .put("patientName", opened.study().patient().name())
                .put("patientId", opened.study().patient().id())
                .put("instanceCount", opened.series().instances().size());
        opened.sets().stream().findFirst().ifPresent(set -> putShape(line, set));
        return line.put("transferSyntax", String.join(",", distinct(Instance::transferSyntax)))
                .put("transferSyntaxName", String.join(",", distinct(Instance::transferSyntaxName)))
                .put("displaySets", opened.sets().stream().map(this::set).toList())
                .put("problems", problems())
                .toString();
    }

    /** A few lines for a person. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(opened.study().patient().displayName())
                .append(" (")
                .append(opened.study().patient().id())
                .append(")  ")
                .append(opened.series().modality())
                .append(" #")
                .append(opened.series().number())
                .append("  ")
                .append(opened.series().description())
                .append("  ")
                .append(opened.series().instances().size())
                .append(" instances  ")
                .append(String.join(", ", distinct(Instance::transferSyntaxName)))
                .append('\n')
                .append("  series ")
                .append(opened.series().uid())
                .append('\n');
        for (DisplaySet set : opened.sets()) {
            text.append("  shows ").append(set(set)).append('\n');
        }
        problems().forEach(problem -> text.append("  problem ").append(problem).append('\n'));
        return text.toString();
    }

    private JsonLine set(DisplaySet set) {
        JsonLine line = new JsonLine().put("frames", set.frames().size());
        putShape(line, set);
        return line;
    }

    private static void putShape(JsonLine line, DisplaySet set) {
        switch (set.stacking()) {
            case Stacking.Even even -> {
                put(line, even.geometry(), even.tilted(), even.tiltDegrees());
                line.put("evenlySpaced", true);
            }
            case Stacking.Uneven uneven -> {
                put(line, uneven.geometry(), uneven.tilted(), uneven.tiltDegrees());
                line.put("evenlySpaced", false)
                        .put("sourceSpacingMm", new double[] {uneven.minSpacingMm(), uneven.maxSpacingMm()});
            }
            case Stacking.Refused refused -> putFrame(line, set.frames().getFirst(), refused);
        }
    }

    private static void put(JsonLine line, VolumeGeometry g, boolean tilted, double tiltDegrees) {
        line.put("matrix", List.of(g.columns(), g.rows(), g.slices()))
                .put("spacingMm", new double[] {g.columnSpacingMm(), g.rowSpacingMm(), g.sliceSpacingMm()});
        putOrientation(line, g.columnStep().normalized(), g.rowStep().normalized());
        line.put("tiltDegrees", tilted ? tiltDegrees : 0.0);
    }

    private static void putFrame(JsonLine line, Frame frame, Stacking.Refused refused) {
        line.put("matrix", List.of(frame.matrix().columns(), frame.matrix().rows()));
        if (frame.plane().isPresent()) {
            SlicePlane plane = frame.plane().get();
            line.put("spacingMm", new double[] {plane.columnSpacingMm(), plane.rowSpacingMm()});
            putOrientation(line, plane.rowDirection(), plane.columnDirection());
        }
        line.put("refused", refused.message())
                .put("refusedReason", refused.reason().name());
    }

    private static void putOrientation(JsonLine line, PatientVector row, PatientVector column) {
        PatientVector normal = row.cross(column).normalized();
        double x = Math.abs(normal.x());
        double y = Math.abs(normal.y());
        double z = Math.abs(normal.z());
        double largest = Math.max(x, Math.max(y, z));
        String name = largest == z ? "axial" : largest == y ? "coronal" : "sagittal";
        line.put("orientation", name)
                .put("obliqueDegrees", Math.toDegrees(Math.acos(Math.min(1, largest))))
                .put("orientationCosines", new double[] {row.x(), row.y(), row.z(), column.x(), column.y(), column.z()
                });
    }

    private List<Map<String, Object>> problems() {
        List<Map<String, Object>> problems = new ArrayList<>();
        for (DisplaySet set : opened.sets()) {
            if (set.stacking() instanceof Stacking.Refused refused) {
                problems.add(problem(null, "REFUSED", set.frames().size() + " images: " + refused.message()));
            }
        }
        opened.series()
                .problems()
                .forEach(p -> problems.add(problem(p.file().toString(), p.kind().name(), p.cause())));
        strays.forEach(p -> problems.add(problem(p.file().toString(), p.kind().name(), p.cause())));
        return problems;
    }

    private static Map<String, Object> problem(@Nullable String file, String kind, String cause) {
        Map<String, Object> problem = new TreeMap<>();
        if (file != null) {
            problem.put("file", file);
        }
        problem.put("kind", kind);
        problem.put("cause", cause);
        return problem;
    }

    private List<String> distinct(Function<Instance, String> property) {
        return opened.series().instances().stream().map(property).distinct().collect(Collectors.toList());
    }
}
