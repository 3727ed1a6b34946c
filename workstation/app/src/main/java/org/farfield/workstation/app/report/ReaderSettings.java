package org.farfield.workstation.app.report;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Who reads at this workstation, kept in a file of the user's. FX thread. */
final class ReaderSettings {
    private static final String NAME = "reader.name";
    private static final String ORGANIZATION = "reader.organization";

    private final Path file;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty organization = new SimpleStringProperty(this, "organization", "");

    ReaderSettings(Path file) throws IOException {
        this.file = file;
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (BufferedReader in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
        name.set(kept.getProperty(NAME, ""));
        organization.set(kept.getProperty(ORGANIZATION, ""));
    }

    /** As DICOM writes names: {@code Family^Given=ideographic}; a plain name is a name too. */
    StringProperty name() {
        return name;
    }

    StringProperty organization() {
        return organization;
    }

    void keep() throws IOException {
        Properties all = new Properties();
        all.setProperty(NAME, name.get());
        all.setProperty(ORGANIZATION, organization.get());
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            all.store(out, null);
        }
    }
}
