package org.farfield.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.VolumeLook;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;

/** What {@code farfield render --volume} is told besides size, scale and engine, checked. */
record VolumeOptions(
        Optional<VolumePreset> preset, VolumeView view, double degreesX, double degreesY, Optional<PatientBox> clip) {
    static final Set<String> VALUED = Set.of("--volume", "--view", "--rotate", "--clip");

    static final String USAGE = "--volume " + names(VolumePreset.values()) + "|mip [--view "
            + names(VolumeView.values()) + "] [--rotate DEGX,DEGY] [--clip X0,X1,Y0,Y1,Z0,Z1]";

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }

    /** Empty where no volume is asked for. */
    static Optional<VolumeOptions> parse(Arguments a) throws WrongUsage {
        Optional<String> volume = a.value("--volume");
        if (volume.isEmpty()) {
            for (String option : VALUED) {
                if (a.value(option).isPresent()) {
                    throw new WrongUsage(option + " goes with --volume");
                }
            }
            return Optional.empty();
        }
        Optional<VolumePreset> preset = volume.get().equals("mip")
                ? Optional.empty()
                : Optional.of(choice("--volume", volume.get(), VolumePreset.values()));
        VolumeView view = choice("--view", a.value("--view").orElse("anterior"), VolumeView.values());
        double[] turn = Arguments.numbers("--rotate", a.value("--rotate").orElse("0,0"), ",", 2);
        return Optional.of(new VolumeOptions(preset, view, turn[0], turn[1], clip(a.value("--clip"))));
    }

    private static <E extends Enum<E>> E choice(String option, String text, E[] values) throws WrongUsage {
        List<String> names = new ArrayList<>();
        for (E value : values) {
            names.add(value.name().toLowerCase(Locale.ROOT));
            if (names.getLast().equals(text)) {
                return value;
            }
        }
        throw new WrongUsage(option + " expects " + String.join(", ", names) + ", got '" + text + "'");
    }

    private static Optional<PatientBox> clip(Optional<String> text) throws WrongUsage {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        double[] mm = Arguments.numbers("--clip", text.get(), ",", 6);
        PatientBox box =
                PatientBox.at(new PatientPoint(mm[0], mm[2], mm[4])).with(new PatientPoint(mm[1], mm[3], mm[5]));
        return Optional.of(box);
    }

    /** The plane through the wanted point, one millimetre a pixel. */
    ImagePlane through(PatientPoint point) {
        return view.through(point, 1).rolled(degreesX, degreesY);
    }

    VolumeRequest request(
            Volume volume, ImagePlane plane, int width, int height, VoiTransform window, boolean inverted) {
        VolumeLook look = preset.<VolumeLook>map(VolumePreset::look).orElse(new VolumeLook.Mip(window, inverted));
        return new VolumeRequest(volume, plane, width, height, look).withCrop(clip);
    }

    /** The scale at which the whole volume fits however it is turned. */
    static double fit(VolumeGeometry g, int width, int height) {
        return VolumeView.fitMmPerPixel(g, width, height);
    }
}
