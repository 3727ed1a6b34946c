package org.farfield.dicom.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.farfield.dicom.model.BulkDataSource;
import org.farfield.dicom.model.ModelReader;
import org.jspecify.annotations.Nullable;

/** Makes a data set of JSON values (PS3.18 F.2). One use. */
final class JsonDataSetReader {
    private final ModelReader model;

    JsonDataSetReader(BulkDataSource source) {
        model = new ModelReader("JSON", source, ReadOptions.ALL);
    }

    DataSet read(@Nullable Object json) throws IOException {
        fill(model.root(), json, 0);
        return model.finished();
    }

    private void fill(DataSet dataSet, @Nullable Object json, int depth) throws IOException {
        if (!(json instanceof Map<?, ?> members)) {
            throw model.wrong("a data set is an object");
        }
        for (Map.Entry<?, ?> member : members.entrySet()) {
            int tag = model.tag(String.valueOf(member.getKey()));
            if (!(member.getValue() instanceof Map<?, ?> element)) {
                throw model.wrong(Tag.number(tag) + " is no object");
            }
            if (Tag.element(tag) != 0) {
                put(dataSet, tag, element, depth);
            }
        }
    }

    private void put(DataSet dataSet, int tag, Map<?, ?> element, int depth) throws IOException {
        Vr vr = model.vr(tag, String.valueOf(element.get("vr")));
        List<?> values = element.get("Value") instanceof List<?> list ? list : List.of();
        if (element.get("BulkDataURI") instanceof String uri) {
            model.reference(dataSet, tag, vr, uri);
        } else if (vr == Vr.SQ) {
            model.sequence(dataSet, tag);
            for (Object value : values) {
                DataSet item = model.item(dataSet, tag, depth + 1);
                if (value != null) {
                    fill(item, value, depth + 1);
                }
            }
        } else if (element.get("InlineBinary") instanceof String text) {
            model.inlineBinary(dataSet, tag, vr, text);
        } else {
            List<String> texts = new ArrayList<>();
            for (Object value : values) {
                texts.add(text(vr, value));
            }
            model.values(dataSet, tag, vr, texts);
        }
    }

    private String text(Vr vr, @Nullable Object value) throws DicomException {
        return switch (value) {
            case null -> "";
            case BigDecimal number when vr.isInteger() -> number.toPlainString();
            case Map<?, ?> name ->
                new PersonName(group(name, "Alphabetic"), group(name, "Ideographic"), group(name, "Phonetic"))
                        .encoded();
            case BigDecimal number -> number.toString();
            case String text -> text;
            default -> throw model.wrong("a value of " + vr + " is neither text nor number");
        };
    }

    private static String group(Map<?, ?> name, String key) {
        return name.get(key) instanceof String text ? text : "";
    }
}
