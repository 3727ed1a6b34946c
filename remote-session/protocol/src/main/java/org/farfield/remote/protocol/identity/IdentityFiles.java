package org.farfield.remote.protocol.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * A folder of certificates and keys as PEM files (RFC 7468): {@code ca.pem}, and {@code NAME.pem} with
 * {@code NAME-key.pem} (PKCS#8) for each party. Only the owner can read the folder and the keys.
 */
public final class IdentityFiles {
    private static final int MOST_BYTES = 64 << 10;

    private IdentityFiles() {}

    /**
     * Reads the identity of one party.
     *
     * @param name the party's name: lower-case letters, digits and hyphens
     * @throws IOException names the file and the cause
     */
    public static Identity load(Path folder, String name) throws IOException {
        return new Identity(
                key(folder.resolve(checked(name) + "-key.pem")),
                List.of(certificate(folder.resolve(name + ".pem"))),
                certificate(folder.resolve("ca.pem")));
    }

    static boolean holds(Path folder, String name) {
        return Files.exists(folder.resolve(checked(name) + ".pem")) && Files.exists(folder.resolve(name + "-key.pem"));
    }

    static void write(Path folder, String name, PrivateKey key, X509Certificate certificate) throws IOException {
        try {
            write(folder.resolve(checked(name) + "-key.pem"), "PRIVATE KEY", key.getEncoded());
            write(folder.resolve(name + ".pem"), "CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IOException("certificate of " + name + " cannot be encoded", e);
        }
    }

    static PrivateKey key(Path file) throws IOException {
        String text = read(file).replace("-----BEGIN PRIVATE KEY-----", "").replace("-----END PRIVATE KEY-----", "");
        try {
            byte[] der = Base64.getMimeDecoder().decode(text);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + ": no PKCS#8 key for an elliptic curve in PEM", e);
        }
    }

    static X509Certificate certificate(Path file) throws IOException {
        byte[] pem = read(file).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new IOException(file + ": no X.509 certificate in PEM", e);
        }
    }

    static void makeFolder(Path folder) throws IOException {
        if (posix(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static void write(Path file, String label, byte[] der) throws IOException {
        String pem = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (posix(file)) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, pem, StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": longer than any certificate or key");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String checked(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a party: lower-case letters, digits and hyphens, at most 32");
        }
        return name;
    }
}
