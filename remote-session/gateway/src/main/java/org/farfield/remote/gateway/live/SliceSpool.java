package org.farfield.remote.gateway.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SliceHeader;

/**
 * The slices of one series, kept on disk for those who join late or missed some; the newest few also in memory, since
 * everybody wants those. Sequence 1 is the first. One thread.
 */
final class SliceSpool implements AutoCloseable {
    private static final int NEWEST_KEPT = 16;

    private record Place(SliceHeader header, long offset) {}

    private final Path path;
    private final FileChannel file;
    private final List<Place> places = new ArrayList<>();
    private final TreeMap<Long, LiveSlice> newest = new TreeMap<>();
    private long end;

    SliceSpool(Path path) throws IOException {
        this.path = path;
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    long count() {
        return places.size();
    }

    /** Takes the slice with the next sequence. */
    void append(LiveSlice slice) throws IOException {
        if (slice.header().sequence() != count() + 1) {
            throw new IllegalArgumentException(slice.header() + " after " + count());
        }
        ByteBuffer bytes = ByteBuffer.wrap(slice.part10());
        long at = end;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
        places.add(new Place(slice.header(), end));
        end = at;
        newest.put(slice.header().sequence(), slice);
        if (newest.size() > NEWEST_KEPT) {
            newest.pollFirstEntry();
        }
    }

    /** Gives a slice back as it was. */
    LiveSlice read(long sequence) throws IOException {
        LiveSlice kept = newest.get(sequence);
        if (kept != null) {
            return kept;
        }
        Place place = places.get(Math.toIntExact(sequence - 1));
        ByteBuffer bytes = ByteBuffer.allocate(place.header().length());
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place.offset() + bytes.position()) < 0) {
                throw new IOException(path.getFileName() + " is shorter than what was written to it");
            }
        }
        return new LiveSlice(place.header(), bytes.array());
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
