package org.farfield.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes elements, little endian (PS3.5 7). Sequences and items that are not empty have undefined length and
 * delimiters; group lengths (retired) are left out except in the meta information.
 */
final class DataSetWriter {
    private static final int UNDEFINED = 0xFFFFFFFF;
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_END = 0xFFFEE00D;
    private static final int SEQUENCE_END = 0xFFFEE0DD;
    private static final int LONGEST_SHORT = 0xFFFE;

    private final OutputStream out;
    private final boolean explicit;

    DataSetWriter(OutputStream out, boolean explicit) {
        this.out = out;
        this.explicit = explicit;
    }

    void write(DataSet dataSet) throws IOException {
        for (Element element : dataSet) {
            if (Tag.element(element.tag()) == 0 && Tag.group(element.tag()) != 2) {
                continue;
            }
            switch (element) {
                case Element.Value value -> writeValue(value);
                case Element.Sequence sequence -> writeSequence(sequence);
                case Element.Fragments fragments -> writeFragments(fragments);
            }
        }
    }

    private void writeValue(Element.Value value) throws IOException {
        ByteSlice bytes = value.bytes();
        int padded = bytes.length() + (bytes.length() & 1);
        Vr vr = value.vr();
        if (explicit && !vr.hasLongLength() && padded > LONGEST_SHORT) {
            vr = Vr.UN;
        }
        writeHead(value.tag(), vr, padded);
        out.write(bytes.array(), bytes.offset(), bytes.length());
        if (padded > bytes.length()) {
            out.write(vr.padding());
        }
    }

    private void writeSequence(Element.Sequence sequence) throws IOException {
        if (sequence.items().isEmpty()) {
            writeHead(sequence.tag(), Vr.SQ, 0);
            return;
        }
        writeHead(sequence.tag(), Vr.SQ, UNDEFINED);
        for (DataSet item : sequence.items()) {
            writeMarker(ITEM, UNDEFINED);
            write(item);
            writeMarker(ITEM_END, 0);
        }
        writeMarker(SEQUENCE_END, 0);
    }

    private void writeFragments(Element.Fragments element) throws IOException {
        writeHead(element.tag(), element.vr(), UNDEFINED);
        writeFragment(element.offsetTable());
        List<ByteSlice> fragments = element.fragments();
        for (ByteSlice fragment : fragments) {
            writeFragment(fragment);
        }
        writeMarker(SEQUENCE_END, 0);
    }

    private void writeFragment(ByteSlice fragment) throws IOException {
        writeMarker(ITEM, fragment.length() + (fragment.length() & 1));
        out.write(fragment.array(), fragment.offset(), fragment.length());
        if (fragment.length() % 2 != 0) {
            out.write(0);
        }
    }

    private void writeHead(int tag, Vr vr, int length) throws IOException {
        write16(Tag.group(tag));
        write16(Tag.element(tag));
        if (explicit) {
            out.write(vr.name().charAt(0));
            out.write(vr.name().charAt(1));
            if (!vr.hasLongLength()) {
                write16(length);
                return;
            }
            write16(0);
        }
        write32(length);
    }

    private void writeMarker(int tag, int length) throws IOException {
        write16(Tag.group(tag));
        write16(Tag.element(tag));
        write32(length);
    }

    private void write16(int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }

    private void write32(int value) throws IOException {
        write16(value);
        write16(value >>> 16);
    }
}
