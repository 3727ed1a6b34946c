package org.farfield.dicom.network.association;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The one key and its certificates of a PKCS #12 file. */
record Pkcs12Entry(PrivateKey key, List<X509Certificate> chain) {
    static Pkcs12Entry read(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof PrivateKey secret && chain != null) {
                return new Pkcs12Entry(
                        secret,
                        Stream.of(chain).map(X509Certificate.class::cast).toList());
            }
        }
        throw new IOException(file + ": holds no private key with a certificate");
    }
}
