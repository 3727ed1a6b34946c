package org.farfield.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;

/** Writes the bits of packet headers: after a byte FF comes one of seven bits (T.800 B.10.1). One thread. */
final class PacketBitWriter {
    private final ByteArrayOutputStream out;
    private int current;
    private int free = 8;

    PacketBitWriter(ByteArrayOutputStream out) {
        this.out = out;
    }

    void bit(int bit) {
        free--;
        current |= bit << free;
        if (free == 0) {
            flush();
        }
    }

    void bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bit(value >> i & 1);
        }
    }

    private void flush() {
        out.write(current);
        free = current == 0xFF ? 7 : 8;
        current = 0;
    }

    /** Ends a header, which never ends with FF. */
    void align() {
        if (free < 8) {
            flush();
            if (free == 7) {
                flush();
            }
        }
    }
}
