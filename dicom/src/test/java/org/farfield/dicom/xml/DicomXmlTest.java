package org.farfield.dicom.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DicomXmlTest {
    private static Document parsed(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String written(DataSet dataSet) throws Exception {
        StringBuilder out = new StringBuilder();
        DicomXml.write(dataSet, out, Integer.MAX_VALUE);
        return out.toString();
    }

    /** Tag, VR and values of each attribute, at every depth, in the order of the document. */
    private static List<String> attributes(Document document) {
        List<String> lines = new ArrayList<>();
        NodeList all = document.getElementsByTagName("DicomAttribute");
        for (int i = 0; i < all.getLength(); i++) {
            Element attribute = (Element) all.item(i);
            boolean leaf = attribute.getElementsByTagName("Item").getLength() == 0
                    && attribute.getElementsByTagName("InlineBinary").getLength() == 0;
            lines.add(attribute.getAttribute("tag") + " " + attribute.getAttribute("vr") + " "
                    + (leaf ? attribute.getTextContent().replaceAll("\\s+", " ").strip() : ""));
        }
        return lines;
    }

    @Test
    void everyKindOfValueIsInItsPlace() throws Exception {
        DataSet d = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.PATIENT_NAME, new PersonName("Wang^XiaoDong", "王^小东", ""))
                .set(Tag.STUDY_DESCRIPTION, "a < b & \"c\"")
                .set(Tag.PIXEL_SPACING, 0.5, 0.75)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {1, 2});
        d.newItem(Tag.ANATOMIC_REGION_SEQUENCE).set(Tag.CODE_VALUE, "51185008");
        Document document = parsed(written(d));
        assertEquals("小东", document.getElementsByTagName("GivenName").item(1).getTextContent());
        List<String> lines = attributes(document);
        assertTrue(lines.contains("00081030 LO a < b & \"c\""));
        assertTrue(lines.contains("00080100 SH 51185008"));
        assertEquals(
                "AQI=", document.getElementsByTagName("InlineBinary").item(0).getTextContent());
        assertEquals(1, DicomXml.write(d, new StringBuilder(), 1));
    }

    /** The same attributes, at every depth, as DCMTK writes. */
    @Test
    void dcmtkWritesTheSame() throws Exception {
        for (String name : List.of("sr-seg-rt-ecg/reportsi.dcm", "mr-brain-oblique-20", "charset/chrX1.dcm")) {
            Path path = SharedData.path(name);
            Path file = Files.isDirectory(path) ? SharedData.files(name).getFirst() : path;
            DicomFile dicom = org.farfield.dicom.Part10.read(file);
            ForeignTool.Outcome theirs = ForeignTool.run("dcm2xml", "-nat", "+Ca", "latin-1", file.toString());
            if (theirs.status() != 0) {
                continue;
            }
            List<String> expected = tags(
                    attributes(parsed(theirs.output().substring(theirs.output().indexOf("<?xml")))));
            dicom.dataSet().remove(Tag.PIXEL_DATA);
            expected.removeIf(
                    line -> line.startsWith("7FE00010") || line.startsWith("0000") || line.startsWith("0002"));
            assertEquals(expected, tags(attributes(parsed(written(dicom.dataSet())))), name);
        }
    }

    private static List<String> tags(List<String> lines) {
        return new ArrayList<>(lines.stream().map(line -> line.substring(0, 8)).toList());
    }
}
