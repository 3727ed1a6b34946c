package org.farfield.workstation.report.gsps;

import java.util.List;

/** An item of Graphic Annotation Sequence (PS3.3 C.10.5): what is drawn over some images, or over all. */
public record Annotation(List<Target> targets, String layer, List<Graphic> graphics, List<TextMark> texts) {
    public Annotation {
        targets = List.copyOf(targets);
        graphics = List.copyOf(graphics);
        texts = List.copyOf(texts);
    }
}
