package org.farfield.dicom.charset;

import org.jspecify.annotations.Nullable;

/** A defined term of Specific Character Set: what it puts in the lower and the upper half (PS3.3 C.12.1.1.2). */
enum Repertoire {
    IR_6(GraphicSet.ASCII, null),
    IR_13(GraphicSet.JIS_ROMAN, GraphicSet.KATAKANA),
    IR_58(GraphicSet.ASCII, GraphicSet.GB_2312),
    IR_87(GraphicSet.JIS_X_0208, null),
    IR_100(GraphicSet.ASCII, GraphicSet.LATIN_1),
    IR_101(GraphicSet.ASCII, GraphicSet.LATIN_2),
    IR_109(GraphicSet.ASCII, GraphicSet.LATIN_3),
    IR_110(GraphicSet.ASCII, GraphicSet.LATIN_4),
    IR_126(GraphicSet.ASCII, GraphicSet.GREEK),
    IR_127(GraphicSet.ASCII, GraphicSet.ARABIC),
    IR_138(GraphicSet.ASCII, GraphicSet.HEBREW),
    IR_144(GraphicSet.ASCII, GraphicSet.CYRILLIC),
    IR_148(GraphicSet.ASCII, GraphicSet.LATIN_5),
    IR_149(GraphicSet.ASCII, GraphicSet.KS_X_1001),
    IR_159(GraphicSet.JIS_X_0212, null),
    IR_166(GraphicSet.ASCII, GraphicSet.THAI),
    IR_203(GraphicSet.ASCII, GraphicSet.LATIN_9);

    private final GraphicSet lower;
    private final @Nullable GraphicSet upper;

    Repertoire(GraphicSet lower, @Nullable GraphicSet upper) {
        this.lower = lower;
        this.upper = upper;
    }

    GraphicSet lower() {
        return lower;
    }

    @Nullable
    GraphicSet upper() {
        return upper;
    }

    /** The repertoire of "ISO_IR 100" or "ISO 2022 IR 100"; the default one for any other term. */
    static Repertoire of(String term) {
        String number = term.substring(term.lastIndexOf(' ') + 1);
        for (Repertoire repertoire : values()) {
            if (repertoire.name().equals("IR_" + number)) {
                return repertoire;
            }
        }
        return IR_6;
    }

    @Override
    public String toString() {
        return name().replace("IR_", "ISO_IR ");
    }
}
