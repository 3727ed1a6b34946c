package org.farfield.dicom.deidentification;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;

/** Walks over data sets that change on the way. */
final class DataSets {
    private DataSets() {}

    /** The elements as they are now, whatever is removed or replaced meanwhile. */
    static List<Element> elements(DataSet dataSet) {
        List<Element> elements = new ArrayList<>(dataSet.size());
        dataSet.forEach(elements::add);
        return elements;
    }
}
