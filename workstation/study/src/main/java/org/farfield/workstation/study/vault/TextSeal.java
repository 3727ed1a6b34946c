package org.farfield.workstation.study.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Makes short texts unreadable where they lie beside the files, as in an index. Any thread. */
public interface TextSeal {
    /** Leaves every text as it is. */
    TextSeal NONE = new TextSeal() {
        @Override
        public boolean seals() {
            return false;
        }

        @Override
        public String seal(String text) {
            return text;
        }

        @Override
        public String token(String text) {
            return text;
        }

        @Override
        public String open(String sealed) {
            return sealed;
        }
    };

    /** Whether it changes anything. */
    boolean seals();

    /** A text under AES-256-GCM with a random nonce: equal texts look different. */
    String seal(String text);

    /** A text as a name to look up: equal texts look equal, and nothing else is told of them. */
    String token(String text);

    /** What was sealed, or made a token; an {@link IllegalArgumentException} for anything else. */
    String open(String sealed);

    /** With keys of a vault. */
    static TextSeal with(CipherKeys keys) {
        return new Sealing(
                keys.named("AES", "farfield index text"),
                keys.named("AES", "farfield index token"),
                keys.named("HmacSHA256", "farfield index nonce"));
    }

    /** A token's nonce comes from the text itself, so that it is the same each time. */
    record Sealing(SecretKey text, SecretKey name, SecretKey nonce) implements TextSeal {
        private static final int SEALED = 0;
        private static final int TOKEN = 1;

        @Override
        public boolean seals() {
            return true;
        }

        @Override
        public String seal(String plain) {
            return close(SEALED, text, CipherKeys.random(CipherKeys.NONCE_BYTES), plain);
        }

        @Override
        public String token(String plain) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(nonce);
                byte[] hash = mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
                return close(TOKEN, name, Arrays.copyOf(hash, CipherKeys.NONCE_BYTES), plain);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }

        private static String close(int kind, SecretKey key, byte[] nonce, String plain) {
            try {
                byte[] sealed = CipherKeys.gcm(Cipher.ENCRYPT_MODE, key, nonce, new byte[] {(byte) kind})
                        .doFinal(plain.getBytes(StandardCharsets.UTF_8));
                byte[] all = new byte[1 + nonce.length + sealed.length];
                all[0] = (byte) kind;
                System.arraycopy(nonce, 0, all, 1, nonce.length);
                System.arraycopy(sealed, 0, all, 1 + nonce.length, sealed.length);
                return Base64.getEncoder().withoutPadding().encodeToString(all);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java platform has no AES-GCM", e);
            }
        }

        @Override
        public String open(String sealed) {
            byte[] all = Base64.getDecoder().decode(sealed);
            int head = 1 + CipherKeys.NONCE_BYTES;
            if (all.length < head) {
                throw new IllegalArgumentException("a sealed text is cut short");
            }
            byte[] nonceOfText = Arrays.copyOfRange(all, 1, head);
            try {
                Cipher cipher = CipherKeys.gcm(
                        Cipher.DECRYPT_MODE, all[0] == TOKEN ? name : text, nonceOfText, new byte[] {all[0]});
                return new String(cipher.doFinal(all, head, all.length - head), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("a sealed text was changed, or belongs to another key", e);
            }
        }
    }
}
