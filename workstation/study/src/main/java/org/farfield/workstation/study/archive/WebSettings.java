package org.farfield.workstation.study.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.farfield.dicom.network.association.TlsIdentity;
import org.farfield.dicom.web.BearerToken;
import org.farfield.dicom.web.WebService;

/** The part of {@link NetworkSettings} that names a DICOMweb service. Files are beside the settings, or absolute. */
final class WebSettings {
    private WebSettings() {}

    static Archive archive(Path file, String key, String id, Properties properties, Optional<TlsIdentity> tls)
            throws IOException {
        Path beside = Objects.requireNonNull(file.toAbsolutePath().getParent());
        String tokenFile = text(properties, key + "token.file");
        String variable = text(properties, key + "token.env");
        Optional<BearerToken> token = Optional.empty();
        if (!tokenFile.isEmpty()) {
            token = Optional.of(BearerToken.ofFile(beside.resolve(tokenFile)));
        } else if (!variable.isEmpty()) {
            token = Optional.of(BearerToken.ofEnvironment(variable));
        }
        try {
            URI root = URI.create(text(properties, key + "url"));
            WebService service = new WebService(root, token, context(beside, key, properties, tls));
            String name = text(properties, key + "name");
            return new Archive(name.isEmpty() ? id : name, new Archive.Web(service));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + "url: " + e.getMessage(), e);
        }
    }

    private static Optional<SSLContext> context(
            Path beside, String key, Properties properties, Optional<TlsIdentity> tls) throws IOException {
        String authority = text(properties, key + "authority");
        if (!authority.isEmpty()) {
            return Optional.of(WebService.trusting(beside.resolve(authority)));
        }
        if (!text(properties, key + "tls").equals("yes")) {
            return Optional.empty();
        }
        if (tls.isEmpty()) {
            throw new IllegalArgumentException(key + "tls is yes, but tls names no certificate, key and authority");
        }
        return Optional.of(tls.get().context());
    }

    private static String text(Properties properties, String key) {
        return properties.getProperty(key, "").strip();
    }
}
