package org.farfield.dicom.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bearer token (RFC 6750), read anew for each request, so that whoever renews the file is heard. Never printed. Any
 * thread.
 */
public final class BearerToken {
    private static final int LONGEST = 16_384;

    private interface Source {
        String read() throws IOException;
    }

    private final String name;
    private final Source source;

    private BearerToken(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /** From a file that holds nothing else. */
    public static BearerToken ofFile(Path file) {
        return new BearerToken(file.toString(), () -> {
            if (Files.size(file) > LONGEST) {
                throw new IOException("is longer than " + LONGEST + " bytes");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        });
    }

    /** From an environment variable. */
    public static BearerToken ofEnvironment(String variable) {
        return new BearerToken("environment variable " + variable, () -> {
            String value = System.getenv(variable);
            if (value == null) {
                throw new IOException("is not set");
            }
            return value;
        });
    }

    /** The value of the Authorization header. */
    String header() throws IOException {
        String token;
        try {
            token = source.read().strip();
        } catch (IOException e) {
            throw new IOException("the token cannot be read: " + name + ": " + e.getMessage(), e);
        }
        if (!token.matches("[A-Za-z0-9._~+/=-]+")) {
            throw new IOException("the token cannot be read: " + name + ": holds no token");
        }
        return "Bearer " + token;
    }

    /** Where it comes from, never what it is. */
    @Override
    public String toString() {
        return "token of " + name;
    }
}
