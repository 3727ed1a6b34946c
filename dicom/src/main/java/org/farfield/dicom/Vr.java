package org.farfield.dicom;

import org.jspecify.annotations.Nullable;

/** The value representations of PS3.5 6.2, with what reading and writing them needs to know. */
public enum Vr {
    AE(Kind.CODE, 1, ' '),
    AS(Kind.CODE, 1, ' '),
    AT(Kind.TAGS, 2, 0),
    CS(Kind.CODE, 1, ' '),
    DA(Kind.CODE, 1, ' '),
    DS(Kind.CODE, 1, ' '),
    DT(Kind.CODE, 1, ' '),
    FD(Kind.DECIMALS, 8, 0),
    FL(Kind.DECIMALS, 4, 0),
    IS(Kind.CODE, 1, ' '),
    LO(Kind.TEXT, 1, ' '),
    LT(Kind.LONG_TEXT, 1, ' '),
    OB(Kind.BYTES, 1, 0),
    OD(Kind.BYTES, 8, 0),
    OF(Kind.BYTES, 4, 0),
    OL(Kind.BYTES, 4, 0),
    OV(Kind.BYTES, 8, 0),
    OW(Kind.BYTES, 2, 0),
    PN(Kind.TEXT, 1, ' '),
    SH(Kind.TEXT, 1, ' '),
    SL(Kind.INTEGERS, 4, 0),
    SQ(Kind.ITEMS, 1, 0),
    SS(Kind.INTEGERS, 2, 0),
    ST(Kind.LONG_TEXT, 1, ' '),
    SV(Kind.INTEGERS, 8, 0),
    TM(Kind.CODE, 1, ' '),
    UC(Kind.TEXT, 1, ' '),
    UI(Kind.CODE, 1, 0),
    UL(Kind.INTEGERS, 4, 0),
    UN(Kind.BYTES, 1, 0),
    UR(Kind.CODE, 1, ' '),
    US(Kind.INTEGERS, 2, 0),
    UT(Kind.LONG_TEXT, 1, ' '),
    UV(Kind.INTEGERS, 8, 0);

    private enum Kind {
        CODE,
        TEXT,
        LONG_TEXT,
        INTEGERS,
        DECIMALS,
        TAGS,
        BYTES,
        ITEMS
    }

    private static final Vr[] BY_LETTERS = byLetters();

    private final Kind kind;
    private final int unitBytes;
    private final byte padding;

    Vr(Kind kind, int unitBytes, int padding) {
        this.kind = kind;
        this.unitBytes = unitBytes;
        this.padding = (byte) padding;
    }

    /** True when the value is characters of any kind, so that it can be read with {@link DataSet#string}. */
    public boolean isText() {
        return kind == Kind.CODE || kind == Kind.TEXT || kind == Kind.LONG_TEXT;
    }

    /** True when the characters depend on Specific Character Set (0008,0005): PS3.5 6.1.2.3. */
    public boolean usesCharacterSet() {
        return kind == Kind.TEXT || kind == Kind.LONG_TEXT;
    }

    /** True for text in which a backslash separates values; LT, ST, UT and UR have one value only. */
    public boolean isMultiValued() {
        return kind == Kind.TEXT || (kind == Kind.CODE && this != UR);
    }

    /** True for binary integers and for tags. */
    public boolean isInteger() {
        return kind == Kind.INTEGERS || kind == Kind.TAGS;
    }

    /** True for binary floating point. */
    public boolean isDecimal() {
        return kind == Kind.DECIMALS;
    }

    /** Bytes that change place together when the byte order changes: 2 for OW and AT, 4 for FL, 1 for text. */
    public int unitBytes() {
        return unitBytes;
    }

    /** True where the explicit encoding has two reserved bytes and a 32-bit length (PS3.5 7.1.2). */
    boolean hasLongLength() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            default -> false;
        };
    }

    /** The byte that makes a value's length even. */
    byte padding() {
        return padding;
    }

    /** The representation with these two letters, or {@code null}. */
    static @Nullable Vr ofLetters(int first, int second) {
        int a = first - 'A';
        int b = second - 'A';
        return a < 0 || a > 25 || b < 0 || b > 25 ? null : BY_LETTERS[a * 26 + b];
    }

    private static Vr[] byLetters() {
        Vr[] table = new Vr[26 * 26];
        for (Vr vr : values()) {
            table[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
        return table;
    }
}
