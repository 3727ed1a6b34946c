package org.farfield.remote.twin.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The phantoms that can lie on the table, by name. A child is an adult made smaller along all axes, with the table: the
 * chest of five years has an effective diameter of 180 mm, that of one year 138 mm, the head of five years is nine
 * tenths of an adult's.
 */
public enum Phantoms implements Subject {
    THORAX("thorax", "adult chest", "CHEST", 1, 60),
    HEAD("head", "adult head with a bleed", "HEAD", 1, 60),
    ABDOMEN("abdomen", "adult abdomen and upper pelvis", "ABDOMEN", 1, 60),
    THORAX_5("thorax-5y", "chest of a child of five", "CHEST", 0.60, 5),
    THORAX_1("thorax-1y", "chest of a child of one", "CHEST", 0.46, 1),
    HEAD_5("head-5y", "head of a child of five, with a bleed", "HEAD", 0.91, 5),
    ABDOMEN_5("abdomen-5y", "abdomen of a child of five", "ABDOMEN", 0.60, 5),
    QUALITY("quality", "water and inserts", "PHANTOM", 1, 60);

    private final String word;
    private final String meaning;
    private final String bodyPart;
    private final double scale;
    private final double ageYears;

    Phantoms(String word, String meaning, String bodyPart, double scale, double ageYears) {
        this.word = word;
        this.meaning = meaning;
        this.bodyPart = bodyPart;
        this.scale = scale;
        this.ageYears = ageYears;
    }

    /** The phantom of this name. */
    public static Optional<Phantoms> named(String word) {
        return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
    }

    /** The name by which it is asked for. */
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String bodyPart() {
        return bodyPart;
    }

    @Override
    public double ageYears() {
        return ageYears;
    }

    @Override
    public Phantom make(long seed) {
        Phantom whole = adult(seed);
        if (scale == 1) {
            return whole;
        }
        List<Part> parts = whole.parts().stream().map(this::smaller).toList();
        List<Nodule> nodules = whole.nodules().stream()
                .map(n -> new Nodule(n.name(), n.center().times(scale), n.diameterMm() * scale, n.tissue()))
                .toList();
        return new Phantom(meaning, parts, nodules);
    }

    private Phantom adult(long seed) {
        return switch (this) {
            case THORAX, THORAX_5, THORAX_1 -> Thorax.adult(seed);
            case HEAD, HEAD_5 -> Head.adult();
            case ABDOMEN, ABDOMEN_5 -> Belly.adult();
            case QUALITY -> QualityPhantom.water();
        };
    }

    private Part smaller(Part part) {
        return new Part(new Scaled(part.shape(), scale, scale, scale), part.tissue(), part.gradientPerMm() / scale);
    }
}
