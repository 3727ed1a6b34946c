package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.model.BulkDataSource;
import org.farfield.dicom.model.BulkDataStore;
import org.farfield.dicom.model.BulkFolder;

/**
 * What {@code farfield dicom json} and {@code xml} share: {@code --inline}, {@code --bulk} and the way back to a file.
 */
record ModelFiles(String command, Arguments arguments) {
    static final Set<String> NAMES = Set.of("--inline", "--bulk", "--private", "--read", "--out");
    static final String USAGE = "[--inline BYTES] [--bulk DIR] [--private DICTIONARY]   %s, binary values of more than"
            + " BYTES (1024) in files of DIR, or left out; or --read FILE --out FILE [--bulk DIR]   the other way: a"
            + " DICOM file of the model";
    private static final int LONGEST_INLINE = 1024;

    /** Writes a data set in the model, and says how many elements it left out. */
    interface Writer {
        int write(DataSet dataSet, int longestInline, BulkDataStore store) throws IOException;
    }

    /** Reads a file that holds the model. */
    interface Reader {
        DataSet read(Path model, BulkDataSource source) throws IOException;
    }

    boolean isReading() {
        return arguments.value("--read").isPresent();
    }

    int write(Writer writer, PrintStream err) throws WrongUsage, Failed {
        int inline = arguments.count("--inline", LONGEST_INLINE);
        BulkDataStore store = arguments.value("--bulk").isPresent() ? bulk() : BulkDataStore.NONE;
        boolean good = DicomFiles.of(arguments).each(command, err, (path, file) -> {
            int leftOut = writer.write(file.dataSet(), inline, store);
            if (leftOut > 0) {
                err.println("farfield dicom " + command + ": " + path + ": " + leftOut + " long values left out");
            }
        });
        return good ? ExitCode.OK : ExitCode.FAILED;
    }

    int read(Reader reader, PrintStream err) throws WrongUsage, Failed {
        Path model = DicomFiles.path(arguments.required("--read"));
        Path file = DicomFiles.path(arguments.required("--out"));
        List<String> missing = new ArrayList<>();
        BulkDataSource none = (tag, uri) -> {
            missing.add(Tag.describe(tag));
            return Optional.empty();
        };
        try {
            DataSet dataSet = reader.read(model, arguments.value("--bulk").isPresent() ? bulk() : none);
            Part10.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
            if (!missing.isEmpty()) {
                err.println("farfield dicom " + command + ": " + model + ": without --bulk these are empty: "
                        + String.join(", ", missing));
            }
            return ExitCode.OK;
        } catch (DicomException e) {
            throw new Failed(model + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Failed("cannot turn " + model + " into " + file + ": " + e, e);
        }
    }

    private BulkFolder bulk() throws WrongUsage {
        return new BulkFolder(DicomFiles.path(arguments.required("--bulk")));
    }
}
