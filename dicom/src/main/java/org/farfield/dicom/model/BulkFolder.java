package org.farfield.dicom.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Element;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;

/**
 * Long values as files of one folder, each named by the SHA-256 of its bytes, which is also the relative URI in the
 * model: {@code 64 hexadecimal digits.bin}. Equal values are one file. No other URI is answered, so that none from
 * input reaches another file, and a file whose bytes are not those of its name is refused. Any thread.
 */
public final class BulkFolder implements BulkDataStore, BulkDataSource {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.bin");
    private static final int MOST_SHOWN = 100;

    private final Path folder;

    /** @param folder is made when the first value is kept */
    public BulkFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> keep(Element.Value value) throws IOException {
        byte[] bytes = value.bytes().toArray();
        byte[] even = bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
        String name = name(even);
        Path file = folder.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".", ".part");
            try {
                Files.write(part, even);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return Optional.of(name);
    }

    @Override
    public Optional<byte[]> fetch(int tag, String uri) throws IOException {
        if (!NAME.matcher(uri).matches()) {
            throw wrong(DicomException.Reason.UNSUPPORTED, tag, uri, "is none of the bulk data of " + folder);
        }
        Path file = folder.resolve(uri);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw wrong(DicomException.Reason.TRUNCATED, tag, uri, "is not in " + folder);
        }
        if (Files.size(file) > ReadOptions.ALL.maxBytes()) {
            throw wrong(
                    DicomException.Reason.LIMIT, tag, uri, "is longer than " + ReadOptions.ALL.maxBytes() + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!name(bytes).equals(uri)) {
            throw wrong(DicomException.Reason.MALFORMED, tag, uri, "has other bytes than its name says");
        }
        return Optional.of(bytes);
    }

    private static String name(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)) + ".bin";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static DicomException wrong(DicomException.Reason reason, int tag, String uri, String what) {
        String shown = uri.substring(0, Math.min(uri.length(), MOST_SHOWN)).replaceAll("\\p{Cntrl}", "?");
        return new DicomException(reason, Tag.describe(tag) + ": '" + shown + "' " + what);
    }
}
