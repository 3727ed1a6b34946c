package org.farfield.workstation.study.vault;

import java.io.IOException;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.farfield.workstation.study.DurableFile;

/**
 * A vault's key, wrapped by a passphrase, in a file of properties in the folder:
 *
 * <pre>
 * state = ready            or enciphering, deciphering: the files are on their way
 * memory = 65536           of Argon2id (RFC 9106), KiB
 * passes = 3
 * lanes = 4
 * salt = 32 hexadecimal digits
 * key = 120 hexadecimal digits: nonce, the key under AES-256-GCM, tag
 * </pre>
 *
 * @param salt hexadecimal
 * @param wrapped hexadecimal: nonce, enciphered key, tag
 */
record KeyFile(State state, int memory, int passes, int lanes, String salt, String wrapped) {
    static final String NAME = "store.key";

    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT_BYTES = 16;
    private static final int WRAPPED_BYTES = CipherKeys.NONCE_BYTES + CipherKeys.KEY_BYTES + CipherKeys.TAG_BYTES;
    /** The second recommended choice of RFC 9106, section 4. */
    private static final int MEMORY = 1 << 16;

    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int MOST_MEMORY = 1 << 21;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 64;

    /** How far the folder's files are. */
    enum State {
        READY,
        ENCIPHERING,
        DECIPHERING
    }

    /** Wraps a key anew. */
    static KeyFile of(State state, byte[] key, char[] passphrase) {
        KeyFile open = new KeyFile(state, MEMORY, PASSES, LANES, HEX.formatHex(CipherKeys.random(SALT_BYTES)), "");
        byte[] nonce = CipherKeys.random(CipherKeys.NONCE_BYTES);
        try {
            byte[] sealed = CipherKeys.gcm(Cipher.ENCRYPT_MODE, open.wrapping(passphrase), nonce, open.associated())
                    .doFinal(key);
            return new KeyFile(state, MEMORY, PASSES, LANES, open.salt, HEX.formatHex(nonce) + HEX.formatHex(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no AES-GCM", e);
        }
    }

    /** The key; {@link WrongPassphraseException} when the passphrase is another one. */
    byte[] open(char[] passphrase) throws WrongPassphraseException {
        byte[] all = HEX.parseHex(wrapped);
        byte[] nonce = Arrays.copyOf(all, CipherKeys.NONCE_BYTES);
        try {
            return CipherKeys.gcm(Cipher.DECRYPT_MODE, wrapping(passphrase), nonce, associated())
                    .doFinal(all, nonce.length, all.length - nonce.length);
        } catch (GeneralSecurityException e) {
            throw new WrongPassphraseException(e);
        }
    }

    KeyFile with(State other) {
        return new KeyFile(other, memory, passes, lanes, salt, wrapped);
    }

    private byte[] associated() {
        String said = "argon2id " + memory + " " + passes + " " + lanes;
        return said.getBytes(StandardCharsets.US_ASCII);
    }

    private SecretKey wrapping(char[] passphrase) {
        String normal = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC);
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(HEX.parseHex(salt))
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[CipherKeys.KEY_BYTES];
        generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), key);
        return new SecretKeySpec(key, "AES");
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    static KeyFile read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            Properties all = new Properties();
            all.load(new StringReader(Files.readString(file)));
            return new KeyFile(
                    State.valueOf(all.getProperty("state", "").strip().toUpperCase(Locale.ROOT)),
                    number(all, "memory", MOST_MEMORY),
                    number(all, "passes", MOST_PASSES),
                    number(all, "lanes", MOST_LANES),
                    digits(all, "salt", SALT_BYTES),
                    digits(all, "key", WRAPPED_BYTES));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": this is no key of a store: " + e.getMessage(), e);
        }
    }

    private static int number(Properties all, String name, int most) {
        int number = Integer.parseInt(all.getProperty(name, "").strip());
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + " is not between 1 and " + most);
        }
        return number;
    }

    private static String digits(Properties all, String name, int bytes) {
        String digits = all.getProperty(name, "").strip();
        if (HEX.parseHex(digits).length != bytes) {
            throw new IllegalArgumentException(name + " is not of " + bytes + " bytes");
        }
        return digits;
    }

    void write(Path folder) throws IOException {
        String text = "state = " + state.name().toLowerCase(Locale.ROOT) + "\nmemory = " + memory + "\npasses = "
                + passes + "\nlanes = " + lanes + "\nsalt = " + salt + "\nkey = "
                + wrapped + "\n";
        DurableFile.write(folder, NAME, text.getBytes(StandardCharsets.US_ASCII));
    }
}
