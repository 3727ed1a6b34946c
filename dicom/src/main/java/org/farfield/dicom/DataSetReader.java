package org.farfield.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements from bytes (PS3.5 7).
 *
 * <pre>
 * explicit:  group(2) element(2) VR(2) length(2) value       VR such as AE, US
 *            group(2) element(2) VR(2) 0000 length(4) value  VR such as OB, SQ, UT
 * implicit:  group(2) element(2) length(4) value
 * item:      FFFE E000 length(4) elements, ended by FFFE E00D where the length is FFFFFFFF
 * </pre>
 *
 * What breaks a rule but can be understood is read and noted; what cannot be understood ends the reading with the
 * elements before it kept and a note. Depth and number of elements are bounded, and no length is believed before its
 * bytes have been seen.
 */
final class DataSetReader {
    static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_END = 0xFFFEE00D;
    private static final int SEQUENCE_END = 0xFFFEE0DD;
    private static final int MANY_NOTES = 20;

    private final SourceBytes in;
    private final ReadOptions options;
    private final List<String> notes;
    private boolean explicit;
    private final boolean bigEndian;
    private int at;
    private int elements;
    private boolean broken;
    private boolean filtering; // not at the meta information, whose elements all come
    private boolean skipping; // inside something unwanted

    DataSetReader(SourceBytes in, int start, Encoding encoding, ReadOptions options, List<String> notes) {
        this.in = in;
        this.at = start;
        this.explicit = encoding.explicit();
        this.bigEndian = encoding.bigEndian();
        this.options = options;
        this.notes = notes;
    }

    /** How elements are written. */
    record Encoding(boolean explicit, boolean bigEndian) {
        static Encoding of(TransferSyntax syntax) {
            return new Encoding(syntax.explicitVr(), syntax.bigEndian());
        }
    }

    /** Where reading has come to. */
    int position() {
        return at;
    }

    /** Reads group 0002 and stops at the first element of another group. */
    DataSet readMeta() throws IOException {
        DataSet meta = new DataSet();
        while (!broken && in.has(at + 8L) && (tagAt(at) >>> 16) == 2) {
            readElement(meta, Long.MAX_VALUE, 0);
        }
        return meta;
    }

    /** Reads a whole data set, its part before the pixel data, or what is wanted of it. */
    DataSet readDataSet() throws IOException {
        DataSet dataSet = new DataSet();
        filtering = options.only().isPresent();
        while (!broken && in.has(at + 8L)) {
            int tag = tagAt(at);
            if (filtering) {
                in.release(at);
                if (options.only().get().isPast(tag)) {
                    return dataSet;
                }
            }
            if (options.stopBeforePixels() && Integer.compareUnsigned(tag, Tag.FLOAT_PIXEL_DATA) >= 0) {
                in.trim(at);
                return dataSet;
            }
            if (tag == 0 && dataSet.size() > 0) {
                note(at, "bytes after the last element are passed over");
                return dataSet;
            }
            if ((tag >>> 16) == 0xFFFE) {
                note(at, Tag.number(tag) + " outside a sequence is passed over");
                at += 8;
            } else {
                readElement(dataSet, Long.MAX_VALUE, 0);
            }
        }
        if (!broken && at < in.filled()) {
            note(at, "ends inside an element");
        }
        return dataSet;
    }

    private void readItem(DataSet item, long end, boolean delimited, int depth) throws IOException {
        while (!broken && at < end) {
            if (!in.has(at + 8L)) {
                stop("ends inside an item");
                return;
            }
            int tag = tagAt(at);
            if (tag == ITEM_END) {
                at += 8;
                if (delimited) {
                    return;
                }
                note(at - 8, "item delimiter in an item of defined length is passed over");
            } else if (tag == SEQUENCE_END || tag == ITEM) {
                if (!delimited) {
                    stop("a delimiter stands inside an item of defined length");
                } else {
                    note(at, "item delimiter is missing");
                }
                return;
            } else {
                readElement(item, end, depth);
            }
        }
        if (delimited && !broken) {
            note(at, "item delimiter is missing");
        }
    }

    private void readElement(DataSet into, long end, int depth) throws IOException {
        int start = at;
        if (++elements > options.maxElements()) {
            throw new DicomException(DicomException.Reason.LIMIT, "more than " + options.maxElements() + " elements");
        }
        int tag = tagAt(at);
        Vr vr = explicit ? explicitVr(tag) : null;
        long length;
        if (vr == null) {
            vr = Tag.isPrivate(tag) ? options.privateElements().vr(into, tag) : Dictionary.vr(tag, isSigned(into));
            length = uint32(at + 4);
            at += 8;
        } else if (vr.hasLongLength()) {
            if (!in.has(at + 12L)) {
                stop("ends inside the head of " + Tag.describe(tag));
                return;
            }
            length = uint32(at + 8);
            at += 12;
        } else {
            length = uint16(at + 6);
            at += 8;
        }
        boolean outer = skipping;
        skipping |= filtering && depth == 0 && !options.only().orElseThrow().wants(tag);
        if (length == UNDEFINED) {
            readUndefined(into, tag, vr, end, depth);
        } else if (at + length > end) {
            stop(Tag.describe(tag) + " at byte " + start + " is longer than the item around it");
        } else if (vr == Vr.SQ && !skipping) {
            put(into, start, readSequence(into, tag, at + length, end, false, depth));
        } else {
            readValue(into, start, tag, vr, length, depth);
        }
        skipping = outer;
    }

    /** The VR as written, or null when this element is written without one. */
    private @Nullable Vr explicitVr(int tag) {
        int first = in.at(at + 4) & 0xFF;
        int second = in.at(at + 5) & 0xFF;
        Vr vr = Vr.ofLetters(first, second);
        if (vr != null) {
            return vr;
        }
        if (isLetter(first) && isLetter(second)) {
            note(at, Tag.describe(tag) + " has the unknown VR " + (char) first + (char) second + ", read as UN");
            return Vr.UN;
        }
        note(at, Tag.describe(tag) + " has no VR, read as implicit");
        return null;
    }

    private void readValue(DataSet into, int start, int tag, Vr vr, long length, int depth) throws IOException {
        if (!whole(length)) {
            int rest = in.filled() - at;
            boolean bulk = skipping || (!vr.isText() && !vr.isInteger() && !vr.isDecimal());
            stop(Tag.describe(tag) + " should have " + length + " bytes, the file ends after " + rest
                    + (bulk ? "" : "; the element is left out"));
            if (bulk && !skipping) {
                put(into, start, new Element.Value(tag, vr, value(vr, at, rest)));
            }
            at = in.filled();
            return;
        }
        int from = at;
        at += (int) length;
        if (skipping) {
            return;
        }
        boolean known = Tag.isPrivate(tag) ? options.privateElements().vr(into, tag) != Vr.UN : Dictionary.knows(tag);
        if (vr == Vr.UN && known) {
            put(into, start, knownFromUn(into, tag, from, (int) length, depth));
        } else {
            put(into, start, new Element.Value(tag, vr, value(vr, from, (int) length)));
        }
    }

    /** Whether so many bytes follow; those of what is skipped are then gone. */
    private boolean whole(long length) throws IOException {
        return skipping ? in.skip(at, length) : in.has(at + length);
    }

    /** The bytes of a value; a copy where the array under it is a window. */
    private ByteSlice slice(int from, int length) {
        ByteSlice slice = in.slice(from, length);
        return options.only().isPresent() ? ByteSlice.of(slice.toArray()) : slice;
    }

    /** UN holds implicit little endian (PS3.5 6.2.2); what the dictionary knows is read as what it is. */
    private Element knownFromUn(DataSet into, int tag, int from, int length, int depth) throws IOException {
        Vr vr = Tag.isPrivate(tag) ? options.privateElements().vr(into, tag) : Dictionary.vr(tag, isSigned(into));
        if (vr != Vr.SQ) {
            return new Element.Value(tag, vr, slice(from, length));
        }
        List<String> doubts = new ArrayList<>();
        DataSetReader inner = new DataSetReader(in, from, new Encoding(false, false), options, doubts);
        inner.elements = elements;
        Element sequence = inner.readSequence(into, tag, (long) from + length, (long) from + length, false, depth);
        elements = inner.elements;
        if (inner.broken || !doubts.isEmpty()) {
            note(from, Tag.describe(tag) + " of VR UN is no sequence, kept as bytes");
            return new Element.Value(tag, Vr.UN, slice(from, length));
        }
        return sequence;
    }

    private void readUndefined(DataSet into, int tag, Vr vr, long end, int depth) throws IOException {
        int start = at;
        if (tag == Tag.PIXEL_DATA || vr == Vr.OB || vr == Vr.OW) {
            put(into, start, readFragments(tag, vr == Vr.UN ? Vr.OB : vr));
            return;
        }
        if (vr != Vr.SQ && vr != Vr.UN) {
            note(start, Tag.describe(tag) + " of VR " + vr + " has no length, read as a sequence");
        }
        boolean outer = explicit;
        explicit = explicit && vr != Vr.UN;
        put(into, start, readSequence(into, tag, end, end, true, depth));
        explicit = outer;
    }

    private Element readSequence(DataSet owner, int tag, long end, long limit, boolean delimited, int depth)
            throws IOException {
        if (depth >= options.maxDepth()) {
            throw new DicomException(
                    DicomException.Reason.LIMIT,
                    Tag.describe(tag) + " at byte " + at + " nests deeper than " + options.maxDepth() + " sequences");
        }
        List<DataSet> items = new ArrayList<>();
        Element.Sequence sequence = new Element.Sequence(tag, items);
        while (!broken && at < end) {
            if (!in.has(at + 8L)) {
                stop("ends inside " + Tag.describe(tag));
                break;
            }
            int marker = tagAt(at);
            long length = uint32(at + 4);
            if (marker == SEQUENCE_END) {
                at += 8;
                if (!delimited) {
                    note(at - 8, "sequence delimiter in a sequence of defined length is passed over");
                    continue;
                }
                return sequence;
            }
            if (marker != ITEM) {
                stop(Tag.describe(tag) + " has " + Tag.number(marker) + " where an item should begin");
                break;
            }
            at += 8;
            boolean open = length == UNDEFINED;
            if (!open && at + length > end) {
                if (at + length > limit) {
                    stop("an item of " + Tag.describe(tag) + " is longer than what is around it");
                    break;
                }
                note(at, "an item of " + Tag.describe(tag) + " is longer than the sequence, the item is believed");
            }
            DataSet item = new DataSet();
            item.adopt(owner);
            if (!skipping) {
                items.add(item);
            }
            readItem(item, open ? end : at + length, open, depth + 1);
        }
        return sequence;
    }

    private Element readFragments(int tag, Vr vr) throws IOException {
        List<ByteSlice> fragments = new ArrayList<>();
        while (true) {
            if (!in.has(at + 8L)) {
                stop("ends before the last fragment of " + Tag.describe(tag));
                break;
            }
            int marker = tagAt(at);
            long length = uint32(at + 4);
            if (marker == SEQUENCE_END) {
                at += 8;
                break;
            }
            if (marker != ITEM || length == UNDEFINED) {
                stop(Tag.describe(tag) + " has " + Tag.number(marker) + " where a fragment should begin");
                break;
            }
            at += 8;
            boolean whole = whole(length);
            int there = whole ? (int) length : in.filled() - at;
            if (!skipping) {
                fragments.add(slice(at, there));
            }
            at += there;
            if (!whole) {
                stop("a fragment of " + Tag.describe(tag) + " should have " + length + " bytes, the file ends after "
                        + there);
                break;
            }
            if (++elements > options.maxElements()) {
                throw new DicomException(
                        DicomException.Reason.LIMIT, "more than " + options.maxElements() + " fragments");
            }
        }
        ByteSlice table = fragments.isEmpty() ? ByteSlice.EMPTY : fragments.removeFirst();
        return new Element.Fragments(tag, vr, table, fragments);
    }

    private void put(DataSet into, int start, Element element) {
        if (skipping) {
            return;
        }
        if (into.contains(element.tag())) {
            note(start, Tag.describe(element.tag()) + " comes twice, the first is kept");
        } else {
            into.put(element);
        }
    }

    private ByteSlice value(Vr vr, int from, int length) {
        int unit = vr.unitBytes();
        if (!bigEndian || unit == 1 || vr == Vr.UN) {
            return slice(from, length);
        }
        byte[] swapped = in.slice(from, length).toArray();
        SourceBytes.swap(swapped, unit);
        return ByteSlice.of(swapped);
    }

    private static boolean isSigned(DataSet dataSet) {
        for (DataSet owner = dataSet; owner != null; owner = owner.parent()) {
            if (owner.contains(Tag.PIXEL_REPRESENTATION)) {
                return owner.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
            }
        }
        return false;
    }

    private static boolean isLetter(int code) {
        return code >= 'A' && code <= 'Z';
    }

    private int tagAt(int index) {
        return uint16(index) << 16 | uint16(index + 2);
    }

    private int uint16(int index) {
        int first = in.at(index) & 0xFF;
        int second = in.at(index + 1) & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    private long uint32(int index) {
        long first = uint16(index);
        long second = uint16(index + 2);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    private void stop(String text) {
        note(at, text);
        broken = true;
    }

    private void note(int where, String text) {
        if (notes.size() < MANY_NOTES) {
            notes.add("byte " + where + ": " + text);
        }
    }
}
