package org.farfield.dicom;

import java.math.BigInteger;
import java.util.UUID;

/** Unique identifiers (PS3.5 9): those of the standard that Farfield names, and new ones. */
public final class Uids {
    public static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    public static final String ENHANCED_CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2.1";
    public static final String LEGACY_CONVERTED_ENHANCED_CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2.2";
    public static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";
    public static final String ENHANCED_MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4.1";
    public static final String PET_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.128";
    public static final String CR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.1";
    public static final String DX_IMAGE_STORAGE_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";
    public static final String US_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.6.1";
    public static final String US_MULTIFRAME_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.3.1";
    public static final String SECONDARY_CAPTURE_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.7";
    public static final String SEGMENTATION_STORAGE = "1.2.840.10008.5.1.4.1.1.66.4";
    public static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
    public static final String VERIFICATION = "1.2.840.10008.1.1";

    /** Names Farfield in the meta information of the files it writes (PS3.7 D.3.3.2). A fixed UID of the 2.25 form. */
    public static final String FARFIELD_IMPLEMENTATION = "2.25.211497276014236914526409763381405102417";

    /** Implementation Version Name, at most 16 characters. */
    public static final String FARFIELD_VERSION_NAME = "FARFIELD_0_1";

    private Uids() {}

    /** A new UID that no one else has: 2.25 and a random UUID as one decimal number (PS3.5 B.2). Any thread. */
    public static String create() {
        return fromUuid(UUID.randomUUID());
    }

    /** The UID of the 2.25 form for a UUID; at most 44 characters. */
    public static String fromUuid(UUID uuid) {
        BigInteger high = new BigInteger(Long.toUnsignedString(uuid.getMostSignificantBits()));
        BigInteger low = new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits()));
        return "2.25." + high.shiftLeft(64).or(low);
    }

    /** True for digits and single dots, at most 64 characters, no component with a leading zero (PS3.5 9.1). */
    public static boolean isValid(String uid) {
        if (uid.isEmpty() || uid.length() > 64) {
            return false;
        }
        for (String component : uid.split("\\.", -1)) {
            boolean digits = !component.isEmpty() && component.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || (component.length() > 1 && component.charAt(0) == '0')) {
                return false;
            }
        }
        return true;
    }
}
