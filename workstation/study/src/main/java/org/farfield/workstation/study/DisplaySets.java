package org.farfield.workstation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.SliceStacking;
import org.farfield.rendering.volume.Stacking;

/**
 * Decides what of a series is shown as one volume.
 *
 * <p>Localizers, and images of another matrix, always stand apart. Among the rest, images that agree in direction,
 * spacing and frame of reference make a stack of their own when they are nearly all (then the odd ones stand apart, and
 * are named) or when the directions are as different as axial from coronal. Several acquisitions of the same places, or
 * several contrasts and moments of one enhanced multi-frame instance, become a stack each. Whatever still does not fit
 * is one display set that says why it cannot be shown.
 */
public final class DisplaySets {
    private static final double NEARLY_ALL = 0.8;
    private static final double OTHER_DIRECTION_DEGREES = 20;
    private static final int MAX_DIRECTIONS = 8;

    private DisplaySets() {}

    /** The display sets of a series, the one with most frames first. Any thread. */
    public static List<DisplaySet> of(Series series) {
        List<Part> parts = new ArrayList<>();
        for (List<Member> kind : groups(members(series), Member::kind)) {
            parts.addAll(partsOf(kind));
        }
        parts.sort(Comparator.comparingInt((Part part) -> -part.frames().size()));
        List<DisplaySet> sets = new ArrayList<>();
        for (Part part : parts) {
            sets.add(new DisplaySet(series, sets.size() + 1, parts.size(), part.frames(), part.stacking()));
        }
        return sets;
    }

    private static List<Member> members(Series series) {
        return series.instances().stream()
                .flatMap(instance -> instance.frames().stream().map(frame -> new Member(instance, frame)))
                .toList();
    }

    private static List<Part> partsOf(List<Member> kind) {
        Member first = kind.getFirst();
        if (!first.instance().decodable()) {
            String syntax = first.instance().transferSyntaxName() + " ("
                    + first.instance().transferSyntax() + ")";
            return List.of(
                    refused(kind, Stacking.Reason.NO_DECODER, "there is no decoder for transfer syntax " + syntax));
        }
        if (first.frame().values().isEmpty()) {
            return List.of(refused(
                    kind,
                    Stacking.Reason.UNSUPPORTED_IMAGE,
                    "the images are in colour, or their values are not linear"));
        }
        if (first.frame().plane().isEmpty()) {
            return List.of(refused(
                    kind, Stacking.Reason.INVALID_GEOMETRY, "the images do not say where in the patient they lie"));
        }
        List<List<Member>> agreeing = AgreeingPlanes.groups(kind, Member::plane);
        int most = agreeing.stream().mapToInt(List::size).max().orElse(0);
        if (most >= NEARLY_ALL * kind.size()) {
            return stack(agreeing);
        }
        List<List<Member>> directions = AgreeingPlanes.byDirection(kind, Member::plane, OTHER_DIRECTION_DEGREES);
        return stack(directions.size() > MAX_DIRECTIONS ? List.of(kind) : directions);
    }

    private static List<Part> stack(List<List<Member>> groups) {
        List<Part> parts = new ArrayList<>();
        for (List<Member> group : groups) {
            Part whole = stackOne(group);
            boolean again = whole.stacking() instanceof Stacking.Refused refused
                    && refused.reason() == Stacking.Reason.DUPLICATE_POSITION;
            List<Part> each = List.of();
            if (again) {
                each = apart(group, member -> member.instance().acquisition());
                each = each.isEmpty() ? apart(group, member -> member.frame().variant()) : each;
            }
            parts.addAll(each.isEmpty() ? List.of(whole) : each);
        }
        return parts;
    }

    /** A stack for each value of a property; none where that does not divide the group or some stack is not good. */
    private static List<Part> apart(List<Member> group, Function<Member, ?> property) {
        List<Part> each =
                groups(group, property).stream().map(DisplaySets::stackOne).toList();
        boolean allGood = each.stream().noneMatch(part -> part.stacking() instanceof Stacking.Refused);
        return each.size() > 1 && allGood ? each : List.of();
    }

    private static Part stackOne(List<Member> group) {
        List<SlicePlane> planes = group.stream().map(Member::plane).toList();
        Stacking stacking = SliceStacking.stack(planes);
        if (stacking instanceof Stacking.Refused refused) {
            String files = AgreeingPlanes.oddOnes(group, Member::plane, refused.reason()).stream()
                    .map(member -> String.valueOf(member.frame().file().getFileName()))
                    .distinct()
                    .limit(4)
                    .collect(Collectors.joining(", "));
            String named = files.isEmpty() ? refused.message() : refused.message() + " (see " + files + ")";
            stacking = new Stacking.Refused(refused.reason(), named);
        }
        return new Part(frames(group), stacking);
    }

    private static Part refused(List<Member> group, Stacking.Reason reason, String message) {
        return new Part(frames(group), new Stacking.Refused(reason, message));
    }

    private static List<Frame> frames(List<Member> group) {
        return group.stream().map(Member::frame).toList();
    }

    private static <K> List<List<Member>> groups(List<Member> members, Function<Member, K> key) {
        Map<K, List<Member>> groups =
                members.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(groups.values());
    }

    private record Member(Instance instance, Frame frame) {
        Kind kind() {
            return new Kind(
                    instance.isLocalizer(),
                    instance.decodable() ? "" : instance.transferSyntax(),
                    frame.matrix(),
                    frame.values().isPresent(),
                    frame.plane().isPresent());
        }

        SlicePlane plane() {
            return frame.plane().orElseThrow();
        }
    }

    private record Kind(
            boolean localizer, String undecodable, Frame.Matrix matrix, boolean monochrome, boolean placed) {}

    private record Part(List<Frame> frames, Stacking stacking) {}
}
