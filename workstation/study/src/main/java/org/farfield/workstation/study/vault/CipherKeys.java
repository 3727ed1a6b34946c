package org.farfield.workstation.study.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What is derived from a vault's key: one key a file and those of the index, by HKDF-SHA-256 (RFC 5869). */
final class CipherKeys {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final int TAG_BITS = 8 * TAG_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey master;

    CipherKeys(byte[] master) {
        this.master = new SecretKeySpec(master, "HKDF");
    }

    static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The key of one file. */
    SecretKey ofFile(byte[] salt) {
        return derive("AES", "farfield file", salt);
    }

    SecretKey named(String algorithm, String purpose) {
        return derive(algorithm, purpose, new byte[0]);
    }

    private SecretKey derive(String algorithm, String purpose, byte[] salt) {
        byte[] word = purpose.getBytes(StandardCharsets.US_ASCII);
        byte[] info = new byte[word.length + salt.length];
        System.arraycopy(word, 0, info, 0, word.length);
        System.arraycopy(salt, 0, info, word.length, salt.length);
        try {
            AlgorithmParameterSpec expand = HKDFParameterSpec.expandOnly(master, info, KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, expand);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no HKDF-SHA256", e);
        }
    }

    /** AES-256-GCM (NIST SP 800-38D) with a tag of 128 bits, ready for use. */
    static Cipher gcm(int mode, SecretKey key, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
