package org.farfield.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.farfield.dicom.web.BearerToken;
import org.farfield.dicom.web.WebPath;
import org.farfield.dicom.web.WebService;

/** The arguments of a command that talks DICOMweb: where the service is, who we are, whom we trust, what is meant. */
record WebArguments(NetworkArguments network, WebService service) {
    static final String SERVICE =
            "URL [--token-file FILE | --token-env NAME] [--ca FILE | --tls CERT KEY CA | --tls-p12 FILE CA]";
    static final String RESOURCE = "--study UID [--series UID [--instance UID]]";
    static final Set<String> RESOURCE_NAMES = Set.of("--study", "--series", "--instance");

    static WebArguments parse(List<String> args, Set<String> valued, Set<String> bare) throws WrongUsage, Failed {
        Set<String> names = new HashSet<>(valued);
        names.addAll(Set.of("--token-file", "--token-env", "--ca"));
        NetworkArguments network = NetworkArguments.parse(args, names, bare);
        Arguments own = network.own();
        if (own.words().isEmpty()) {
            throw new WrongUsage("expected the URL of a service");
        }
        String address = own.words().getFirst();
        try {
            return new WebArguments(network, new WebService(URI.create(address), token(own), tls(network)));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(address + ": " + e.getMessage());
        }
    }

    private static Optional<BearerToken> token(Arguments own) throws WrongUsage {
        if (own.value("--token-file").isPresent() && own.value("--token-env").isPresent()) {
            throw new WrongUsage("either --token-file or --token-env");
        }
        if (own.value("--token-file").isPresent()) {
            return Optional.of(BearerToken.ofFile(DicomFiles.path(own.required("--token-file"))));
        }
        return own.value("--token-env").map(BearerToken::ofEnvironment);
    }

    private static Optional<SSLContext> tls(NetworkArguments network) throws WrongUsage, Failed {
        Optional<String> authority = network.own().value("--ca");
        try {
            if (network.tls().isPresent()) {
                return Optional.of(network.tls().get().context());
            }
            if (authority.isPresent()) {
                Path file = DicomFiles.path(authority.get());
                return Optional.of(WebService.trusting(file));
            }
            return Optional.empty();
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Failed(e.getMessage() + ": there is no such file", e);
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    Arguments own() {
        return network.own();
    }

    /** The words behind the URL. */
    List<String> rest() {
        return network.rest();
    }

    /** The study, series or instance that the options name. */
    WebPath resource() throws WrongUsage {
        try {
            return new WebPath(own().required("--study"), own().value("--series"), own().value("--instance"));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
