package org.farfield.dicom.deidentification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.farfield.dicom.Uids;

/**
 * What stands for a patient and for a UID. Each is derived from the original by HMAC-SHA-256 (RFC 2104) under a key:
 * the same key gives the same pseudonyms in every run, and nobody without the key can compute them or go back.
 * Remembers what it replaced, so that a site can keep a list. Any thread.
 */
public final class Pseudonyms {
    /** A key has at least this many bytes. */
    public static final int SHORTEST_KEY = 16;

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS_OF_A_PATIENT = 12;
    private static final int MOST_DAYS = 3650;

    private final SecretKeySpec key;
    private final Map<String, String> uids = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, String> patients = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * Pseudonyms under a key.
     *
     * @throws IllegalArgumentException for a key of fewer than {@value #SHORTEST_KEY} bytes
     */
    public Pseudonyms(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "a key has " + SHORTEST_KEY + " bytes or more, this one has " + key.length);
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A UID of the 2.25 form (PS3.5 B.2). UIDs of the standard itself stand for themselves. */
    public String uid(String original) {
        if (original.isEmpty() || original.startsWith("1.2.840.10008.")) {
            return original;
        }
        return uids.computeIfAbsent(original, uid -> {
            ByteBuffer bytes = ByteBuffer.wrap(mac("uid", uid));
            long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
            long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return Uids.fromUuid(new UUID(high, low));
        });
    }

    /** What stands for a patient, as name and as id: 12 letters and digits. */
    public String patient(String original) {
        return patients.computeIfAbsent(original, patient -> {
            byte[] bytes = mac("patient", patient);
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < LETTERS_OF_A_PATIENT; i++) {
                name.append(LETTERS.charAt(bytes[i] & 31));
            }
            return name.toString();
        });
    }

    /** By how many days all dates of a patient are moved back: 1 to 3650. */
    public int daysBack(String patient) {
        return 1 + Math.floorMod(ByteBuffer.wrap(mac("days", patient)).getInt(), MOST_DAYS);
    }

    /** Original and new UIDs, in the order in which they were met. */
    public Map<String, String> uids() {
        synchronized (uids) {
            return new LinkedHashMap<>(uids);
        }
    }

    /** Original and new patients, in the order in which they were met. */
    public Map<String, String> patients() {
        synchronized (patients) {
            return new LinkedHashMap<>(patients);
        }
    }

    private byte[] mac(String kind, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((kind + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HmacSHA256", e);
        }
    }
}
