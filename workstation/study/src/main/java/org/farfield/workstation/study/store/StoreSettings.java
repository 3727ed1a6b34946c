package org.farfield.workstation.study.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.farfield.workstation.study.DurableFile;

/**
 * What is agreed on for a store, for every program that uses it, in a file of properties beside the index:
 *
 * <pre>
 * quota = 214748364800     bytes
 * </pre>
 */
final class StoreSettings {
    /** The file beside the index. */
    static final String NAME = "store.properties";

    private static final String QUOTA = "quota";

    private final Path root;

    StoreSettings(Path root) {
        this.root = root;
    }

    /** {@code Long.MAX_VALUE} where there is none; a fault names the file. */
    long quotaBytes() throws IOException {
        String text = read().getProperty(QUOTA, "").strip();
        if (text.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            long bytes = Long.parseLong(text);
            if (bytes >= 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            throw new IOException(root.resolve(NAME) + ": " + QUOTA + " is no number of bytes", e);
        }
        throw new IOException(root.resolve(NAME) + ": " + QUOTA + " is less than nothing");
    }

    /** {@code Long.MAX_VALUE} takes the quota away. */
    void quotaBytes(long bytes) throws IOException {
        String line = bytes == Long.MAX_VALUE ? "" : QUOTA + " = " + bytes + "\n";
        DurableFile.write(root, NAME, line.getBytes(StandardCharsets.UTF_8));
    }

    private Properties read() throws IOException {
        Properties properties = new Properties();
        Path file = root.resolve(NAME);
        if (Files.exists(file)) {
            try {
                properties.load(new StringReader(Files.readString(file)));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
        return properties;
    }
}
