package org.farfield.workstation.study.media;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.media.DirectoryFile;
import org.farfield.workstation.study.store.StudyStore;

/**
 * Takes the DICOM files of a ZIP archive into the store, one after another, without unpacking it: no name of an entry
 * becomes a path. Archives that grow beyond all measure are given up; what came before stays.
 *
 * @param mostEntries entries in an archive
 * @param mostBytes bytes of all entries together
 * @param mostGrowth how many times longer than the archive read so far they may be, beyond the first 64 MiB
 */
public record ZipImport(int mostEntries, long mostBytes, int mostGrowth) {
    /** Limits that no study reaches. */
    public static final ZipImport USUAL = new ZipImport(500_000, 1L << 40, 300);

    private static final long FREE_BYTES = 64 << 20;

    /**
     * What came of an archive.
     *
     * @param added instances that were not in the store
     * @param known instances that were
     * @param passedOver entries that are no DICOM
     * @param problems entries that begin as DICOM and cannot be kept, by number and cause
     */
    public record Outcome(int added, int known, int passedOver, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads an archive.
     *
     * @throws IOException when it is no ZIP archive, is damaged, or passes a limit; the message names it
     */
    public Outcome into(StudyStore store, Path archive) throws IOException {
        int added = 0;
        int known = 0;
        int passedOver = 0;
        List<String> problems = new ArrayList<>();
        int entries = 0;
        try (Counting compressed = new Counting(new BufferedInputStream(Files.newInputStream(archive)));
                ZipInputStream zip = new ZipInputStream(compressed)) {
            long[] total = new long[1];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > mostEntries) {
                    throw new IOException("it has more than " + mostEntries + " entries");
                }
                if (entry.isDirectory() || entry.getName().endsWith(DirectoryFile.NAME)) {
                    continue;
                }
                try {
                    if (store.add(new Bounded(zip, compressed, total))) {
                        added++;
                    } else {
                        known++;
                    }
                } catch (DicomException e) {
                    if (e.reason() == DicomException.Reason.NOT_DICOM) {
                        passedOver++;
                    } else {
                        problems.add("entry " + entries + ": " + e.reason());
                    }
                }
            }
        } catch (ZipException e) {
            throw new IOException(archive + ": the archive is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(archive + ": " + e.getMessage(), e);
        }
        if (entries == 0) {
            throw new IOException(archive + ": is no ZIP archive, or an empty one");
        }
        return new Outcome(added, known, passedOver, problems);
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            count += Math.max(0, read);
            return read;
        }
    }

    /** One entry, as long as the whole does not grow too far. */
    private final class Bounded extends InputStream {
        private final InputStream entry;
        private final Counting compressed;
        private final long[] total;

        Bounded(InputStream entry, Counting compressed, long[] total) {
            this.entry = entry;
            this.compressed = compressed;
            this.total = total;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = entry.read(bytes, from, most);
            total[0] += Math.max(0, read);
            if (total[0] > mostBytes) {
                throw new IOException("it holds more than " + mostBytes + " bytes");
            }
            if (total[0] > FREE_BYTES && total[0] / mostGrowth > compressed.count) {
                throw new IOException("it grows more than " + mostGrowth + " times when it is read: not a study");
            }
            return read;
        }
    }
}
