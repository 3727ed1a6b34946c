package org.farfield.dicom.network.service;

import java.util.Arrays;
import java.util.List;
import org.farfield.dicom.TransferSyntax;

/** SOP classes of the network services, and the storage classes Farfield takes (PS3.4 B.5, C.6, K.6). */
public final class SopClasses {
    static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    static final String STUDY_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
    static final String STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3";
    static final String PATIENT_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.1.1";
    static final String PATIENT_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.1.2";
    static final String PATIENT_ROOT_GET = "1.2.840.10008.5.1.4.1.2.1.3";
    static final String PROCEDURE_STEP = "1.2.840.10008.3.1.2.3.3";
    static final String STORAGE_COMMITMENT = "1.2.840.10008.1.20.1";
    /** The well-known instance of storage commitment (PS3.4 J.3.5). */
    static final String STORAGE_COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1";

    static final String MODALITY_WORKLIST_FIND = "1.2.840.10008.5.1.4.31";

    private static final String PREFIX = "1.2.840.10008.5.1.4.1.1.";

    /** What follows the prefix; the most used first, since an association has room for 128 contexts. */
    private static final String STORAGE = """
            2 4 1 1.1 6.1 3.1 7 128 12.1 12.2 20 2.1 4.1 2.2 4.4 1.2 1.3 1.1.1 1.2.1 7.1 7.2 7.3 7.4 104.1
            88.11 88.22 88.33 88.34 88.50 88.59 88.67 11.1 11.2 66 66.1 66.2 66.3 66.4 66.5 130 128.1 4.2 4.3 6.2
            481.1 481.2 481.3 481.4 481.5 481.8 77.1.1 77.1.2 77.1.4 77.1.5.1 77.1.5.4 77.1.6 9.1.1 9.1.2 12.1.1
            12.2.1 13.1.1 13.1.2 13.1.3 14.1 14.2 1.3.1 2.3 6.3 9.1.3 9.2.1 9.3.1 9.4.1 9.4.2 9.5.1 9.6.1 9.7.1
            9.7.2 9.8.1 11.3 11.4 11.5 11.6 11.7 11.8 11.9 11.10 11.11 11.12 30 66.6 66.7 66.8 67 68.1 68.2 77.1.1.1
            77.1.2.1 77.1.4.1 77.1.3 77.1.5.2 77.1.5.3 77.1.5.5 77.1.5.6 77.1.5.7 77.1.5.8 77.1.7 77.1.8 78.1 78.2
            78.3 78.4 78.5 78.6 78.7 78.8 79.1 80.1 81.1 82.1 88.35 88.40 88.65 88.68 88.69 88.70 88.71 88.72 88.73
            88.74 88.75 88.76 90.1 104.2 104.3 104.4 104.5 131 200.1 200.2 200.3 200.7 200.8 481.6 481.7 481.9
            481.10 481.11 481.12 481.13 481.14 481.15 481.16 481.17 481.18 481.19 481.20 481.21 481.22 481.23 481.24
            481.25 601.1 601.2 2.4 1.4 3 6 5 12.3 77.1
            """;

    private SopClasses() {}

    /** Storage SOP classes, the most used first. */
    public static List<String> storage() {
        return Arrays.stream(STORAGE.strip().split("\\s+")).map(PREFIX::concat).toList();
    }

    /** Transfer syntaxes that are stored as they come: all but the retired big endian one, the plain ones first. */
    public static List<String> storedSyntaxes() {
        return List.of(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid(),
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER.uid(),
                TransferSyntax.JPEG_LOSSLESS.uid(),
                TransferSyntax.JPEG_LS_LOSSLESS.uid(),
                TransferSyntax.JPEG_LS_NEAR_LOSSLESS.uid(),
                TransferSyntax.JPEG_2000_LOSSLESS.uid(),
                TransferSyntax.JPEG_2000.uid(),
                "1.2.840.10008.1.2.4.201",
                "1.2.840.10008.1.2.4.202",
                "1.2.840.10008.1.2.4.203",
                TransferSyntax.RLE_LOSSLESS.uid(),
                TransferSyntax.JPEG_BASELINE.uid(),
                TransferSyntax.JPEG_EXTENDED.uid(),
                "1.2.840.10008.1.2.4.92",
                "1.2.840.10008.1.2.4.93",
                "1.2.840.10008.1.2.4.100",
                "1.2.840.10008.1.2.4.101",
                "1.2.840.10008.1.2.4.102",
                "1.2.840.10008.1.2.4.103",
                "1.2.840.10008.1.2.4.104",
                "1.2.840.10008.1.2.4.105",
                "1.2.840.10008.1.2.4.106",
                "1.2.840.10008.1.2.4.107",
                "1.2.840.10008.1.2.4.108",
                "1.2.840.10008.1.2.4.110",
                "1.2.840.10008.1.2.4.111",
                "1.2.840.10008.1.2.4.112",
                "1.2.840.10008.1.2.8.1");
    }

    /** Transfer syntaxes of identifiers in queries. */
    static List<String> plainSyntaxes() {
        return List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
    }
}
