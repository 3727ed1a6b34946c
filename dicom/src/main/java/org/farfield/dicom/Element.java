package org.farfield.dicom;

import java.util.List;

/** One data element of a data set (PS3.5 7.1). */
public sealed interface Element {
    /** The tag, {@code 0xGGGGEEEE}. */
    int tag();

    /** The value representation. */
    Vr vr();

    /** An element with a plain value; numbers are little endian. */
    record Value(int tag, Vr vr, ByteSlice bytes) implements Element {}

    /** A sequence of items (PS3.5 7.5). */
    record Sequence(int tag, List<DataSet> items) implements Element {
        @Override
        public Vr vr() {
            return Vr.SQ;
        }
    }

    /**
     * Encapsulated pixel data (PS3.5 A.4).
     *
     * @param offsetTable the Basic Offset Table: 32-bit little endian offsets, or no bytes
     * @param fragments the fragments after it, in the order of the file
     */
    record Fragments(int tag, Vr vr, ByteSlice offsetTable, List<ByteSlice> fragments) implements Element {
        public Fragments {
            fragments = List.copyOf(fragments);
        }
    }
}
