package org.farfield.launcher;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.Volume;

/** Every case of {@code farfield bench render}, in the order in which it runs. A new kind of picture is added here. */
final class BenchCases {
    private BenchCases() {}

    static List<BenchCase> all(Volume volume) {
        List<BenchCase> cases = new ArrayList<>(ReformatCases.of(volume));
        cases.addAll(VolumeCases.of(volume));
        return cases;
    }
}
