package org.farfield.workstation.study.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether two files are the same from a place in each on. */
final class SameBytes {
    private static final int BUFFER = 1 << 16;

    private SameBytes() {}

    static boolean from(Path one, long oneOffset, Path other, long otherOffset) throws IOException {
        try (InputStream a = new BufferedInputStream(Files.newInputStream(one), BUFFER);
                InputStream b = new BufferedInputStream(Files.newInputStream(other), BUFFER)) {
            a.skipNBytes(oneOffset);
            b.skipNBytes(otherOffset);
            while (true) {
                byte[] left = a.readNBytes(BUFFER);
                if (!Arrays.equals(left, b.readNBytes(BUFFER))) {
                    return false;
                }
                if (left.length == 0) {
                    return true;
                }
            }
        }
    }
}
