package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DicomException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that hold for the image or for one tile. What a tile says goes before what the main header says, what
 * is said of one component before what is said of all (T.800 A.6). Owned by the thread that reads the headers.
 */
final class Parameters {
    private static final int OWN_PRECINCTS = 1;
    private static final int SOP_MAY_BE = 2;
    private static final int EPH_IS = 4;

    private final int level;
    private final @Nullable CodingStyle[] styles;
    private final int[] styleRank;
    private final @Nullable Quantization[] quantizations;
    private final int[] quantizationRank;
    private final int[] shifts;
    private final List<Progression> changes = new ArrayList<>();
    private boolean inheritedChanges;
    private int order;
    private int layers = 1;
    private boolean colourTransform;
    private boolean sopMayBe;
    private boolean ephIs;

    /** Of the main header. */
    Parameters(int components) {
        level = 0;
        styles = new CodingStyle[components];
        styleRank = new int[components];
        quantizations = new Quantization[components];
        quantizationRank = new int[components];
        shifts = new int[components];
    }

    /** Of a tile, until it says something else. */
    Parameters(Parameters main) {
        level = 2;
        styles = main.styles.clone();
        styleRank = main.styleRank.clone();
        quantizations = main.quantizations.clone();
        quantizationRank = main.quantizationRank.clone();
        shifts = main.shifts.clone();
        changes.addAll(main.changes);
        inheritedChanges = true;
        order = main.order;
        layers = main.layers;
        colourTransform = main.colourTransform;
        sopMayBe = main.sopMayBe;
        ephIs = main.ephIs;
    }

    /** Takes a marker segment; false when it is none of these. */
    boolean take(int marker, StreamReader in) throws DicomException {
        switch (marker) {
            case Marker.COD -> takeStyle(in);
            case Marker.COC -> {
                int component = component(in);
                boolean precincts = (in.octet() & OWN_PRECINCTS) != 0;
                put(styles, styleRank, component, level + 2, CodingStyle.read(in, precincts));
            }
            case Marker.QCD -> putAll(quantizations, quantizationRank, Quantization.read(in));
            case Marker.QCC -> {
                int component = component(in);
                put(quantizations, quantizationRank, component, level + 2, Quantization.read(in));
            }
            case Marker.RGN -> takeRegion(in);
            case Marker.POC -> takeChanges(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeStyle(StreamReader in) throws DicomException {
        int flags = in.octet();
        sopMayBe = (flags & SOP_MAY_BE) != 0;
        ephIs = (flags & EPH_IS) != 0;
        order = in.octet();
        layers = in.word();
        int transform = in.octet();
        if (layers == 0) {
            throw Fault.malformed("no layers");
        }
        if (transform > 1) {
            throw Fault.unsupported("component transform " + transform);
        }
        colourTransform = transform == 1;
        putAll(styles, styleRank, CodingStyle.read(in, (flags & OWN_PRECINCTS) != 0));
    }

    private void takeRegion(StreamReader in) throws DicomException {
        int component = component(in);
        int style = in.octet();
        int shift = in.octet();
        if (style != 0 || shift > 37) {
            throw Fault.malformed("region of interest of style " + style + ", shift " + shift);
        }
        shifts[component] = shift;
    }

    private void takeChanges(StreamReader in) throws DicomException {
        if (inheritedChanges) {
            changes.clear();
            inheritedChanges = false;
        }
        changes.addAll(Progression.read(in));
        if (changes.size() > 128) {
            throw Fault.limit(changes.size() + " changes of progression");
        }
    }

    private int component(StreamReader in) throws DicomException {
        int component = styles.length < 257 ? in.octet() : in.word();
        if (component >= styles.length) {
            throw Fault.malformed("parameters of component " + component + " of " + styles.length);
        }
        return component;
    }

    private <T> void putAll(@Nullable T[] all, int[] ranks, T value) {
        for (int component = 0; component < all.length; component++) {
            put(all, ranks, component, level + 1, value);
        }
    }

    private static <T> void put(@Nullable T[] all, int[] ranks, int component, int rank, T value) {
        if (rank >= ranks[component]) {
            all[component] = value;
            ranks[component] = rank;
        }
    }

    CodingStyle style(int component) throws DicomException {
        CodingStyle style = styles[component];
        if (style == null) {
            throw Fault.malformed("no coding style (COD)");
        }
        return style;
    }

    Quantization quantization(int component) throws DicomException {
        Quantization quantization = quantizations[component];
        if (quantization == null) {
            throw Fault.malformed("no step sizes (QCD)");
        }
        return quantization;
    }

    /** By how many bits the region of interest was shifted up (T.800 annex H). */
    int regionShift(int component) {
        return shifts[component];
    }

    List<Progression> progressions() throws DicomException {
        return changes.isEmpty() ? List.of(Progression.everything(order, layers)) : List.copyOf(changes);
    }

    int layers() {
        return layers;
    }

    boolean colourTransform() {
        return colourTransform;
    }

    boolean sopMayBe() {
        return sopMayBe;
    }

    boolean ephIs() {
        return ephIs;
    }
}
