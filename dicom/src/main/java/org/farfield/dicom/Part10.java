package org.farfield.dicom;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** DICOM files (PS3.10 7): reading and writing. Any thread. */
public final class Part10 {
    private static final int LOOK_BYTES = 4096;

    private Part10() {}

    /** Reads a file; what is wrong with it is named with the file in a {@link DicomException}. */
    public static DicomFile read(Path path) throws IOException {
        return read(path, ReadOptions.ALL);
    }

    /** Reads a file, or its header or wanted elements only; then no more of it is read than is needed for them. */
    public static DicomFile read(Path path, ReadOptions options) throws IOException {
        try {
            if (!options.stopBeforePixels() && options.only().isEmpty()) {
                return read(allBytes(path, options.maxBytes()), options);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return read(in, options);
            }
        } catch (DicomException e) {
            throw e.in(path.toString());
        }
    }

    /** Reads a file in memory. The bytes belong to the result from now on: values are slices of them. */
    public static DicomFile read(byte[] bytes) throws DicomException {
        return read(bytes, ReadOptions.ALL);
    }

    /** Reads a file in memory. The bytes belong to the result from now on: values are slices of them. */
    public static DicomFile read(byte[] bytes, ReadOptions options) throws DicomException {
        try {
            return new Part10Reading(new SourceBytes(bytes), options).read();
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new DicomException(DicomException.Reason.MALFORMED, "cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads a file from a stream, which is not closed. */
    public static DicomFile read(InputStream in, ReadOptions options) throws IOException {
        return new Part10Reading(new SourceBytes(in, options.maxBytes()), options).read();
    }

    /** True when the file begins as DICOM does. False too when it cannot be read. */
    public static boolean looksLikeDicom(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return Part10Reading.looksLikeDicom(new SourceBytes(in.readNBytes(LOOK_BYTES)));
        } catch (IOException expected) {
            return false;
        }
    }

    /** Writes a file with preamble and meta information to a stream, which is flushed but not closed. */
    public static void write(DicomFile file, OutputStream out) throws IOException {
        Part10Writing.write(file, out);
        out.flush();
    }

    /** Writes a file in one step: under another name first, so that no half file is ever found under this one. */
    public static void write(DicomFile file, Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                write(file, out);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The bytes of a file. */
    public static byte[] toBytes(DicomFile file) throws DicomException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try {
            Part10Writing.write(file, out);
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new DicomException(DicomException.Reason.MALFORMED, "cannot be written: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private static byte[] allBytes(Path path, int maxBytes) throws IOException {
        long size = Files.size(path);
        if (size > maxBytes) {
            throw new DicomException(
                    DicomException.Reason.LIMIT, size + " bytes are more than the limit of " + maxBytes);
        }
        return Files.readAllBytes(path);
    }
}
