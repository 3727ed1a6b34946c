package org.farfield.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.TransferSyntax;

/**
 * A file that is to be sent.
 *
 * @param dataSetOffset where its data set begins, when its bytes can be sent as they are; else -1
 */
public record OutgoingInstance(
        Path file, String sopClassUid, String sopInstanceUid, TransferSyntax transferSyntax, long dataSetOffset) {
    private static final int META = 132;

    /** Reads a file's header. */
    public static OutgoingInstance of(Path file) throws IOException {
        DicomFile head = Part10.read(file, ReadOptions.HEADER);
        if (head.sopClassUid().isEmpty() || head.sopInstanceUid().isEmpty()) {
            throw new DicomException(DicomException.Reason.MALFORMED, file + ": names no SOP class and instance");
        }
        boolean asItIs = head.notes().isEmpty() && !head.transferSyntax().bigEndian();
        return new OutgoingInstance(
                file, head.sopClassUid(), head.sopInstanceUid(), head.transferSyntax(), asItIs ? offset(file) : -1);
    }

    /** Behind the group length of the meta information (PS3.10 7.1), where that is as it should be. */
    private static long offset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(META + 12);
            ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            boolean regular = bytes.length == META + 12
                    && head.getInt(META - 4) == 0x4D434944
                    && head.getInt(META) == 0x00000002
                    && bytes[META + 4] == 'U'
                    && bytes[META + 5] == 'L';
            long offset = META + 12 + (regular ? head.getInt(META + 8) & 0xFFFFFFFFL : 0);
            return regular && offset < Files.size(file) ? offset : -1;
        }
    }
}
