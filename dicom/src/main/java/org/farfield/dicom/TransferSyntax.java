package org.farfield.dicom;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a data set and its pixel data are written as bytes (PS3.5 annex A, UIDs of PS3.6 A-1).
 *
 * @param uid the UID
 * @param name the name in PS3.6
 * @param explicitVr true when each element names its value representation
 * @param bigEndian true for the retired big endian encoding
 * @param deflated true when the whole data set is one deflated stream
 * @param encapsulated true when pixel data is compressed and comes in fragments
 */
public record TransferSyntax(
        String uid, String name, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {
    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2", "Implicit VR Little Endian", false, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.1", "Explicit VR Little Endian", true, false, false, false);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN = new TransferSyntax(
            "1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", true, false, true, false);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.2", "Explicit VR Big Endian", true, true, false, false);
    public static final TransferSyntax RLE_LOSSLESS = compressed("1.2.840.10008.1.2.5", "RLE Lossless");
    public static final TransferSyntax JPEG_BASELINE =
            compressed("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)");
    public static final TransferSyntax JPEG_EXTENDED =
            compressed("1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 and 4)");
    public static final TransferSyntax JPEG_LOSSLESS =
            compressed("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)");
    public static final TransferSyntax JPEG_LOSSLESS_FIRST_ORDER = compressed(
            "1.2.840.10008.1.2.4.70",
            "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1])");
    public static final TransferSyntax JPEG_LS_LOSSLESS =
            compressed("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless Image Compression");
    public static final TransferSyntax JPEG_LS_NEAR_LOSSLESS =
            compressed("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless) Image Compression");
    public static final TransferSyntax JPEG_2000_LOSSLESS =
            compressed("1.2.840.10008.1.2.4.90", "JPEG 2000 Image Compression (Lossless Only)");
    public static final TransferSyntax JPEG_2000 = compressed("1.2.840.10008.1.2.4.91", "JPEG 2000 Image Compression");

    private static final Map<String, TransferSyntax> KNOWN = List.of(
                    IMPLICIT_VR_LITTLE_ENDIAN,
                    EXPLICIT_VR_LITTLE_ENDIAN,
                    DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                    EXPLICIT_VR_BIG_ENDIAN,
                    RLE_LOSSLESS,
                    JPEG_BASELINE,
                    JPEG_EXTENDED,
                    JPEG_LOSSLESS,
                    JPEG_LOSSLESS_FIRST_ORDER,
                    JPEG_LS_LOSSLESS,
                    JPEG_LS_NEAR_LOSSLESS,
                    JPEG_2000_LOSSLESS,
                    JPEG_2000,
                    compressed("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian"),
                    compressed("1.2.840.10008.1.2.4.52", "JPEG Extended (Process 3 and 5) (Retired)"),
                    compressed(
                            "1.2.840.10008.1.2.4.92",
                            "JPEG 2000 Part 2 Multi-component Image Compression (Lossless Only)"),
                    compressed("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component Image Compression"),
                    compressed("1.2.840.10008.1.2.4.94", "JPIP Referenced"),
                    compressed("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level"),
                    compressed("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level"),
                    compressed("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1"),
                    compressed("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
                    compressed("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"),
                    compressed("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"),
                    compressed("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"),
                    compressed("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1"),
                    compressed("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"),
                    compressed("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
                    compressed("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"),
                    compressed("1.2.840.10008.1.2.4.112", "JPEG XL"),
                    compressed("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 (Lossless Only)"),
                    compressed(
                            "1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)"),
                    compressed("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
                    compressed("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"))
            .stream()
            .collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));

    /**
     * The syntax with this UID. One that is not known is taken as explicit little endian with encapsulated pixel data,
     * as every syntax since 1998 is; its name says that it is unknown.
     */
    public static TransferSyntax of(String uid) {
        TransferSyntax known = KNOWN.get(uid);
        return known != null ? known : compressed(uid, "unknown transfer syntax");
    }

    /** True when all frames are one video stream: MPEG-2, H.264 or HEVC (PS3.5 A.4.5 to A.4.8). */
    public boolean isVideo() {
        return uid.matches("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.10[0-8](\\.1)?");
    }

    /** True when the standard's registry, as far as Farfield has it, names this syntax. */
    public boolean isKnown() {
        return KNOWN.containsKey(uid);
    }

    private static TransferSyntax compressed(String uid, String name) {
        return new TransferSyntax(uid, name, true, false, false, true);
    }
}
