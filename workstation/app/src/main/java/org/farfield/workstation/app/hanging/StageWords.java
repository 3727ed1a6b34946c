package org.farfield.workstation.app.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.hanging.HangingStage;

/** A stage in the words of the moment's language. */
final class StageWords {
    private final Texts texts;

    StageWords(Texts texts) {
        this.texts = texts;
    }

    /** Layout, window and slab. */
    String of(HangingStage stage) {
        List<String> parts = new ArrayList<>();
        parts.add(stage.alone()
                .map(plane -> texts.get("plane." + plane.id()))
                .orElseGet(() -> texts.get(stage.volume() ? "hanging.volume" : "hanging.four")));
        parts.add(stage.preset()
                .map(preset -> texts.get("preset." + preset.id()))
                .or(() -> stage.window()
                        .map(w -> texts.get("hanging.window", Math.round(w.center()), Math.round(w.width()))))
                .orElseGet(() -> texts.get("hanging.own")));
        if (stage.slab().thicknessMm() > 0) {
            parts.add(texts.get(
                    "hanging.slab",
                    texts.get("projection." + stage.slab().projection().name().toLowerCase(Locale.ROOT)),
                    plain(stage.slab().thicknessMm())));
        }
        return String.join(" \u00b7 ", parts);
    }

    private static String plain(double mm) {
        return mm == Math.rint(mm) ? String.valueOf(Math.round(mm)) : String.valueOf(mm);
    }
}
