package org.farfield.dicom.network.association;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates in PEM (RFC 7468). Every fault names the file. */
final class PemFiles {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final long LARGEST = 1 << 20;
    /** AlgorithmIdentifier of rsaEncryption with NULL parameters, behind the version 0 of PKCS #8. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PemFiles() {}

    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text(file));
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            while (block.find()) {
                if (block.group(1).endsWith("CERTIFICATE")) {
                    certificates.add((X509Certificate) factory.generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(block.group(2)))));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + ": a certificate in it cannot be read: " + e.getMessage(), e);
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + ": holds no PEM certificate");
        }
        return certificates;
    }

    static PrivateKey key(Path file) throws IOException {
        Matcher block = BLOCK.matcher(text(file));
        while (block.find()) {
            byte[] der;
            try {
                der = Base64.getMimeDecoder().decode(block.group(2));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ": its key is no Base64", e);
            }
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(file, der);
                }
                case "RSA PRIVATE KEY" -> {
                    return key(file, wrapped(der));
                }
                case "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY" ->
                    throw new IOException(file + ": a key as '" + block.group(1)
                            + "' is not read; convert it by: openssl pkcs8 -topk8 -nocrypt");
                default -> {}
            }
        }
        throw new IOException(file + ": holds no PEM private key");
    }

    private static PrivateKey key(Path file, byte[] pkcs8) throws IOException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            Optional<PrivateKey> key = key(algorithm, pkcs8);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new IOException(file + ": its private key is neither RSA nor EC nor EdDSA");
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(RSA);
        element(0x04, pkcs1, body);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        element(0x30, body.toByteArray(), all);
        return all.toByteArray();
    }

    private static void element(int tag, byte[] value, ByteArrayOutputStream out) {
        out.write(tag);
        if (value.length < 0x80) {
            out.write(value.length);
        } else {
            out.write(0x82);
            out.write(value.length >>> 8);
            out.write(value.length);
        }
        out.writeBytes(value);
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + ": too large for a key or certificates");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
