package org.farfield.dicom.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.farfield.dicom.model.BulkDataSource;
import org.farfield.dicom.model.ModelReader;

/**
 * Makes a data set of an XML document (PS3.19 A.1.5). Nothing outside the document is ever read: a document type, with
 * which entities would come, is refused. One use.
 */
final class XmlDataSetReader {
    /** Of elements of the document; the limit of sequences is met before. */
    private static final int DEEPEST = 100_000;

    /** Values that a list may pass over, which stand for empty ones. */
    private static final int LONGEST_GAP = 1000;

    private final InputStream bytes;
    private final ModelReader model;

    XmlDataSetReader(InputStream in, BulkDataSource source, ReadOptions limits) {
        bytes = new LimitedStream(in, limits.maxBytes());
        model = new ModelReader("XML", source, limits);
    }

    DataSet read() throws IOException {
        try {
            XMLStreamReader in = factory().createXMLStreamReader(bytes);
            try {
                if (!start(in) || !in.getLocalName().equals("NativeDicomModel")) {
                    throw model.wrong("the document is no NativeDicomModel");
                }
                attributes(in, model.root(), 0);
                return model.finished();
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            String place =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber() + ": ";
            throw model.wrong(place + "not well formed");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
        return factory;
    }

    /** Goes to the next element inside this one; false at its end. */
    private boolean start(XMLStreamReader in) throws XMLStreamException, DicomException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw model.wrong("a document type or an entity is not taken");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!in.getText().isBlank()) {
                        throw model.wrong(place(in) + "text where an element is expected");
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** The text of this element, up to its end. */
    private String text(XMLStreamReader in) throws XMLStreamException, DicomException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> throw model.wrong(place(in) + "text is expected");
            }
        }
    }

    private void attributes(XMLStreamReader in, DataSet into, int depth) throws XMLStreamException, IOException {
        while (start(in)) {
            if (!in.getLocalName().equals("DicomAttribute")) {
                throw model.wrong(place(in) + "'" + in.getLocalName() + "' where a DicomAttribute is expected");
            }
            int tag = placed(into, model.tag(given(in, "tag")), given(in, "privateCreator"));
            attribute(in, into, tag, model.vr(tag, given(in, "vr")), depth);
        }
    }

    private void attribute(XMLStreamReader in, DataSet into, int tag, Vr vr, int depth)
            throws XMLStreamException, IOException {
        if (vr == Vr.SQ) {
            model.sequence(into, tag);
            while (start(in)) {
                require(in, "Item");
                attributes(in, model.item(into, tag, depth + 1), depth + 1);
            }
            return;
        }
        List<String> values = new ArrayList<>();
        boolean given = false;
        while (start(in)) {
            String kind = in.getLocalName();
            if (given) {
                throw model.wrong(place(in) + Tag.describe(tag) + " has more than one value");
            }
            if (kind.equals("InlineBinary")) {
                model.inlineBinary(into, tag, vr, text(in));
                given = true;
            } else if (kind.equals("BulkData")) {
                model.reference(into, tag, vr, given(in, "uri"));
                text(in);
                given = true;
            } else {
                require(in, vr == Vr.PN ? "PersonName" : "Value");
                fillUpTo(in, values);
                values.add(vr == Vr.PN ? name(in) : text(in));
            }
        }
        if (!given && Tag.element(tag) != 0) {
            model.values(into, tag, vr, values);
        }
    }

    /** Values that are passed over are empty. */
    private void fillUpTo(XMLStreamReader in, List<String> values) throws DicomException {
        String text = given(in, "number");
        if (text.isEmpty()) {
            return;
        }
        int number = text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
        if (number <= values.size() || number > values.size() + LONGEST_GAP) {
            throw model.wrong(place(in) + "value number '" + ModelReader.shown(text) + "' follows " + values.size());
        }
        while (values.size() < number - 1) {
            values.add("");
        }
    }

    private String name(XMLStreamReader in) throws XMLStreamException, DicomException {
        String[] groups = {"", "", ""};
        List<String> names = List.of("Alphabetic", "Ideographic", "Phonetic");
        while (start(in)) {
            int group = names.indexOf(in.getLocalName());
            if (group < 0) {
                throw model.wrong(place(in) + "'" + in.getLocalName() + "' is no group of a person's name");
            }
            String[] parts = {"", "", "", "", ""};
            while (start(in)) {
                int part = XmlNotation.COMPONENTS.indexOf(in.getLocalName());
                if (part < 0) {
                    throw model.wrong(place(in) + "'" + in.getLocalName() + "' is no part of a person's name");
                }
                parts[part] = text(in);
            }
            groups[group] = String.join("^", parts).replaceAll("\\^+$", "");
        }
        return new PersonName(groups[0], groups[1], groups[2]).encoded();
    }

    /** Where a private element stands: its creator has, or gets, a block in this data set (PS3.5 7.8.1). */
    private int placed(DataSet into, int tag, String creator) throws DicomException {
        if (creator.isEmpty() || !Tag.isPrivate(tag)) {
            return tag;
        }
        int group = tag & 0xFFFF0000;
        if (Tag.element(tag) > 0xFF) {
            int reservation = group | (tag >> 8 & 0xFF);
            if (!into.contains(reservation)) {
                model.values(into, reservation, Vr.LO, List.of(creator));
            }
            return tag;
        }
        for (int block = 0x10; block <= 0xFF; block++) {
            if (!into.contains(group | block)) {
                model.values(into, group | block, Vr.LO, List.of(creator));
            }
            if (into.string(group | block).orElse("").equals(creator.strip())) {
                return group | block << 8 | (tag & 0xFF);
            }
        }
        throw model.wrong(Tag.number(tag) + ": no block is left for its creator");
    }

    private void require(XMLStreamReader in, String name) throws DicomException {
        if (!in.getLocalName().equals(name)) {
            throw model.wrong(place(in) + "'" + in.getLocalName() + "' where " + name + " is expected");
        }
    }

    private static String given(XMLStreamReader in, String name) {
        String value = in.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String place(XMLStreamReader in) {
        return "line " + in.getLocation().getLineNumber() + ": ";
    }
}
