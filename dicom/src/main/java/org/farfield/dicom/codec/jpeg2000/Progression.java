package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DicomException;

/**
 * A stretch of packets (T.800 B.12): of these components and resolutions, as far as this layer, in this order.
 *
 * @param order 0..4: LRCP, RLCP, RPCL, PCRL, CPRL
 * @param firstResolution first resolution
 * @param endResolution behind the last resolution
 * @param firstComponent first component
 * @param endComponent behind the last component
 * @param endLayer behind the last layer
 */
record Progression(
        int order, int firstResolution, int endResolution, int firstComponent, int endComponent, int endLayer) {
    static final int LAYER_FIRST = 0;
    static final int RESOLUTION_LAYER = 1;
    static final int RESOLUTION_POSITION = 2;
    static final int POSITION_FIRST = 3;
    private static final int COMPONENT_FIRST = 4;
    private static final int ENTRY_BYTES = 7;
    private static final int MOST_ENTRIES = 128;

    static Progression everything(int order, int layers) throws DicomException {
        return checked(new Progression(order, 0, 33, 0, 16384, layers));
    }

    /** The entries of a POC segment (T.800 A.6.6) of an image with fewer than 257 components. */
    static List<Progression> read(StreamReader in) throws DicomException {
        int count = in.left() / ENTRY_BYTES;
        if (count > MOST_ENTRIES) {
            throw Fault.limit(count + " changes of progression");
        }
        List<Progression> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int firstResolution = in.octet();
            int firstComponent = in.octet();
            int endLayer = in.word();
            int endResolution = in.octet();
            int endComponent = in.octet();
            int order = in.octet();
            entries.add(checked(new Progression(
                    order,
                    firstResolution,
                    endResolution,
                    firstComponent,
                    endComponent == 0 ? 256 : endComponent,
                    endLayer)));
        }
        return entries;
    }

    private static Progression checked(Progression progression) throws DicomException {
        if (progression.order > COMPONENT_FIRST) {
            throw Fault.malformed("progression order " + progression.order);
        }
        return progression;
    }

    boolean takes(Precinct precinct) {
        return precinct.resolution >= firstResolution
                && precinct.resolution < endResolution
                && precinct.component >= firstComponent
                && precinct.component < endComponent;
    }
}
