package org.farfield.dicom.model;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/**
 * Makes a data set of what a model says. Its text is UTF-8; where all of it is ASCII and the model names no character
 * set, the data set names none. Depth, number of elements and bytes of bulk data are bounded. One use.
 */
public final class ModelReader {
    private final String form;
    private final BulkDataSource source;
    private final ReadOptions limits;
    private final DataSet root = new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
    private boolean plain = true;
    private boolean stated;
    private int elements;
    private long bulkBytes;

    /** @param form what the model is written in, for faults: "JSON" */
    public ModelReader(String form, BulkDataSource source, ReadOptions limits) {
        this.form = form;
        this.source = source;
        this.limits = limits;
    }

    /** The data set to be filled. */
    public DataSet root() {
        return root;
    }

    /** The data set, once it is filled. */
    public DataSet finished() {
        if (!stated && plain) {
            root.remove(Tag.SPECIFIC_CHARACTER_SET);
        }
        return root;
    }

    /** A tag of eight hexadecimal digits. */
    public int tag(String text) throws DicomException {
        if (!text.matches("[0-9A-Fa-f]{8}")) {
            throw wrong("'" + shown(text) + "' is no tag of eight hexadecimal digits");
        }
        return Integer.parseUnsignedInt(text, 16);
    }

    /** A value representation by its letters. */
    public Vr vr(int tag, String letters) throws DicomException {
        try {
            return Vr.valueOf(letters);
        } catch (IllegalArgumentException e) {
            throw wrong(Tag.describe(tag) + " has no VR");
        }
    }

    /** A sequence, still without items. */
    public void sequence(DataSet into, int tag) throws DicomException {
        count();
        into.setSequence(tag);
    }

    /** A new item of a sequence; {@code depth}: how many sequences are around it, itself counted. */
    public DataSet item(DataSet into, int tag, int depth) throws DicomException {
        if (depth > limits.maxDepth()) {
            throw limit("sequences nest deeper than " + limits.maxDepth());
        }
        count();
        return into.newItem(tag);
    }

    /** An element with values, none for an empty one; numbers as text. */
    @SuppressWarnings("ReferenceEquality") // the same data set, not an equal one
    public void values(DataSet into, int tag, Vr vr, List<String> values) throws DicomException {
        count();
        if (tag == Tag.SPECIFIC_CHARACTER_SET) {
            stated |= into == root;
            into.set(tag, "ISO_IR 192");
        } else if (ModelWriter.isBinary(vr)) {
            into.setBytes(tag, vr, new byte[0]);
        } else {
            try {
                String[] texts = new String[values.size()];
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = normal(vr, values.get(i));
                    plain &= texts[i].chars().allMatch(c -> c < 0x80);
                }
                into.set(tag, vr, texts);
            } catch (IllegalArgumentException e) {
                throw misfit(tag, vr, e);
            }
        }
    }

    /** An element with bytes in Base64. */
    public void inlineBinary(DataSet into, int tag, Vr vr, String base64) throws DicomException {
        count();
        try {
            boolean broken = base64.chars().anyMatch(Character::isWhitespace);
            into.setBytes(tag, vr, Base64.getDecoder().decode(broken ? base64.replaceAll("\\s", "") : base64));
        } catch (IllegalArgumentException e) {
            throw misfit(tag, vr, e);
        }
    }

    /** An element whose value is elsewhere. */
    public void reference(DataSet into, int tag, Vr vr, String uri) throws IOException {
        count();
        if (vr == Vr.SQ || tag == Tag.SPECIFIC_CHARACTER_SET) {
            throw wrong(Tag.describe(tag) + " cannot be bulk data");
        }
        Optional<byte[]> bytes = source.fetch(tag, uri);
        bulkBytes += bytes.map(value -> value.length).orElse(0);
        if (bulkBytes > limits.maxBytes()) {
            throw limit("bulk data is larger than " + limits.maxBytes() + " bytes");
        }
        plain &= bytes.isEmpty() || !vr.usesCharacterSet();
        into.setBytes(tag, vr, bytes.orElse(new byte[0]));
    }

    /** A fault of the model's text. */
    public DicomException wrong(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, form + ": " + what);
    }

    /** Text of input in a message: its beginning, without control characters. */
    public static String shown(String text) {
        return text.substring(0, Math.min(text.length(), 60)).replaceAll("\\p{Cntrl}", "?");
    }

    private void count() throws DicomException {
        if (++elements > limits.maxElements()) {
            throw limit("more than " + limits.maxElements() + " elements");
        }
    }

    private DicomException limit(String what) {
        return new DicomException(DicomException.Reason.LIMIT, form + ": " + what);
    }

    private DicomException misfit(int tag, Vr vr, IllegalArgumentException e) {
        return new DicomException(
                DicomException.Reason.MALFORMED, form + ", " + Tag.describe(tag) + ": a value does not fit " + vr, e);
    }

    /**
     * As the data set takes it: tags as hexadecimal numbers, 64 unsigned bits as the signed number of the same bits.
     */
    private static String normal(Vr vr, String text) {
        if (vr == Vr.AT) {
            return "0x" + text.strip();
        }
        if (vr == Vr.UV) {
            return Long.toString(Long.parseUnsignedLong(text.strip()));
        }
        if (vr.isInteger()) {
            return Long.toString(Long.parseLong(text.strip()));
        }
        return vr.isDecimal() ? text.strip().replace("inf", "Infinity") : text;
    }
}
