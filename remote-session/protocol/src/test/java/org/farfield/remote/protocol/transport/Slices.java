package org.farfield.remote.protocol.transport;

import java.util.Random;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SliceHeader;

/** Made-up slices: the bytes depend on the sequence alone. */
final class Slices {
    private Slices() {}

    static LiveSlice slice(long sequence, int bytes) {
        byte[] part10 = new byte[bytes];
        byte[] hash = new byte[32];
        Random random = new Random(sequence);
        random.nextBytes(part10);
        random.nextBytes(hash);
        return new LiveSlice(
                new SliceHeader(
                        "1.2.3", sequence, (int) sequence - 1, 1_700_000_000_000L, "1.2.3." + sequence, hash, bytes),
                part10);
    }
}
