package org.farfield.dicom.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/**
 * Goes through a data set and tells a notation what to write. Group lengths are passed over, text is said to be UTF-8,
 * long values go to a store, and what it does not keep is left out and counted. One use.
 */
public final class ModelWriter {
    private final Notation notation;
    private final int longestInline;
    private final BulkDataStore store;
    private int leftOut;

    /** How one model writes what it is told, in the order of the data set. */
    public interface Notation {
        /** A data set or an item begins. */
        void beginDataSet() throws IOException;

        /** It ends. */
        void endDataSet() throws IOException;

        /** An element begins; {@code first} of its data set or not. */
        void beginElement(DataSet owner, Element element, boolean first) throws IOException;

        /** It ends. */
        void endElement() throws IOException;

        /** An item, counted from 1, begins. */
        void beginItem(int number) throws IOException;

        /** It ends. */
        void endItem(boolean last) throws IOException;

        /** The values of an element, at least one; "" for an empty one. */
        void values(Vr vr, List<String> values) throws IOException;

        /** The value of an element as Base64. */
        void inlineBinary(String base64) throws IOException;

        /** Where the value is found. */
        void reference(String uri) throws IOException;
    }

    /** @param longestInline binary values of more bytes than this go to the store */
    public ModelWriter(Notation notation, int longestInline, BulkDataStore store) {
        this.notation = notation;
        this.longestInline = longestInline;
        this.store = store;
    }

    /** Writes a data set and the items in it. */
    public void write(DataSet dataSet) throws IOException {
        notation.beginDataSet();
        boolean first = true;
        for (Element element : dataSet) {
            if (Tag.element(element.tag()) == 0) {
                continue;
            }
            Optional<String> uri = Optional.empty();
            if (!isShort(element)) {
                uri = element instanceof Element.Value value ? store.keep(value) : Optional.empty();
                if (uri.isEmpty()) {
                    leftOut++;
                    continue;
                }
            }
            notation.beginElement(dataSet, element, first);
            first = false;
            if (uri.isPresent()) {
                notation.reference(uri.get());
            } else {
                value(dataSet, element);
            }
            notation.endElement();
        }
        notation.endDataSet();
    }

    /** How many elements were left out: long values that were not kept, and encapsulated pixel data. */
    public int leftOut() {
        return leftOut;
    }

    private boolean isShort(Element element) {
        return switch (element) {
            case Element.Sequence sequence -> true;
            case Element.Value value -> !isBinary(value.vr()) || value.bytes().length() <= longestInline;
            case Element.Fragments fragments -> false;
        };
    }

    /** True where the model has no other form than bytes. */
    static boolean isBinary(Vr vr) {
        return !vr.isText() && !vr.isInteger() && !vr.isDecimal();
    }

    private void value(DataSet dataSet, Element element) throws IOException {
        if (element instanceof Element.Sequence sequence) {
            List<DataSet> items = sequence.items();
            for (int i = 0; i < items.size(); i++) {
                notation.beginItem(i + 1);
                write(items.get(i));
                notation.endItem(i + 1 == items.size());
            }
        } else if (isBinary(element.vr())) {
            byte[] bytes = dataSet.bytes(element.tag()).toArray();
            byte[] even = bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
            if (even.length > 0) {
                notation.inlineBinary(Base64.getEncoder().encodeToString(even));
            }
        } else {
            boolean characterSet = element.tag() == Tag.SPECIFIC_CHARACTER_SET
                    && dataSet.bytes(element.tag()).length() > 0;
            List<String> values = characterSet ? List.of("ISO_IR 192") : dataSet.strings(element.tag());
            if (!values.isEmpty()) {
                notation.values(element.vr(), values);
            }
        }
    }
}
