package org.farfield.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.farfield.dicom.DataSetReader.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one file: preamble, meta information, data set (PS3.10 7.1).
 *
 * <p>Files that lack the preamble, the meta information or its transfer syntax, or whose data set is written otherwise
 * than declared, are common. The first bytes of the data set tell how it is really written: an explicit element has two
 * letters at byte 4, a big endian group number has its zero byte first.
 */
final class Part10Reading {
    private static final int PREAMBLE = 128;
    private static final int HIGHEST_FIRST_GROUP = 0x0010;

    private final SourceBytes in;
    private final ReadOptions options;
    private final List<String> notes = new ArrayList<>();

    Part10Reading(SourceBytes in, ReadOptions options) {
        this.in = in;
        this.options = options;
    }

    /** True when these first bytes of a file can be DICOM: "DICM" after a preamble, or a first element. */
    static boolean looksLikeDicom(SourceBytes in) throws IOException {
        return hasPreamble(in) || (firstGroupIsLow(in, 0) && guess(in, 0) != null);
    }

    DicomFile read() throws IOException {
        int start = 0;
        if (hasPreamble(in)) {
            start = PREAMBLE + 4;
        } else if (!looksLikeDicom(in)) {
            throw new DicomException(DicomException.Reason.NOT_DICOM, "not a DICOM file");
        } else {
            notes.add("no preamble");
        }
        DataSetReader metaReader = new DataSetReader(in, start, new Encoding(true, false), options, notes);
        DataSet meta = metaReader.readMeta();
        Optional<TransferSyntax> declared = meta.string(Tag.TRANSFER_SYNTAX_UID).map(TransferSyntax::of);
        if (declared.isEmpty()) {
            notes.add(meta.size() == 0 ? "no file meta information" : "no transfer syntax in the meta information");
        }
        return declared.isPresent() && declared.get().deflated()
                ? readDeflated(meta, declared.get(), metaReader.position())
                : readPlain(meta, declared, metaReader.position());
    }

    private DicomFile readDeflated(DataSet meta, TransferSyntax syntax, int at) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            SourceBytes inflated = new SourceBytes(
                    new InflaterInputStream(in.rest(at), inflater, SourceBytes.FIRST_READ), options.maxBytes());
            DataSet dataSet = new DataSetReader(inflated, 0, Encoding.of(syntax), options, notes).readDataSet();
            inflated.damage().ifPresent(text -> notes.add("the deflated data set is damaged: " + text));
            return finished(meta, dataSet, syntax);
        } finally {
            inflater.end();
        }
    }

    private DicomFile readPlain(DataSet meta, Optional<TransferSyntax> declared, int at) throws IOException {
        Encoding real = guess(in, at);
        if (real == null) {
            real = declared.map(Encoding::of).orElse(new Encoding(false, false));
        }
        Encoding used = real;
        TransferSyntax syntax = declared.orElseGet(() -> plain(used));
        if (!real.equals(Encoding.of(syntax))) {
            notes.add("declared as " + syntax.name() + " but written as "
                    + plain(real).name());
            syntax = syntax.encapsulated() ? syntax : plain(real);
        }
        DataSetReader reader = new DataSetReader(in, at, real, options, notes);
        return finished(meta, reader.readDataSet(), syntax);
    }

    private DicomFile finished(DataSet meta, DataSet dataSet, TransferSyntax syntax) throws DicomException {
        if (dataSet.size() == 0) {
            String why = notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
            throw new DicomException(DicomException.Reason.MALFORMED, "no element can be read" + why);
        }
        return new DicomFile(meta, dataSet, syntax, notes);
    }

    private static TransferSyntax plain(Encoding encoding) {
        if (encoding.bigEndian()) {
            return TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
        }
        return encoding.explicit()
                ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
                : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    }

    private static boolean hasPreamble(SourceBytes in) throws IOException {
        return in.has(PREAMBLE + 4L)
                && in.at(PREAMBLE) == 'D'
                && in.at(PREAMBLE + 1) == 'I'
                && in.at(PREAMBLE + 2) == 'C'
                && in.at(PREAMBLE + 3) == 'M';
    }

    private static boolean firstGroupIsLow(SourceBytes in, int at) throws IOException {
        return in.has(at + 8L) && Math.min(number(in, at, false), number(in, at, true)) <= HIGHEST_FIRST_GROUP;
    }

    /** How the element at {@code at} is written, or null when it is no element that the standard knows. */
    private static @Nullable Encoding guess(SourceBytes in, int at) throws IOException {
        if (!in.has(at + 8L)) {
            return null;
        }
        boolean bigEndian = number(in, at, true) < 0x100 && number(in, at, false) >= 0x100;
        if (Vr.ofLetters(in.at(at + 4), in.at(at + 5)) != null) {
            return new Encoding(true, bigEndian);
        }
        int tag = number(in, at, false) << 16 | number(in, at + 2, false);
        long length = number(in, at + 4, false) | (long) number(in, at + 6, false) << 16;
        boolean known = tag != 0 && (Dictionary.knows(tag) || Tag.element(tag) == 0);
        return known && (length == DataSetReader.UNDEFINED || in.has(at + 8 + length))
                ? new Encoding(false, false)
                : null;
    }

    private static int number(SourceBytes in, int at, boolean bigEndian) {
        int first = in.at(at) & 0xFF;
        int second = in.at(at + 1) & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }
}
