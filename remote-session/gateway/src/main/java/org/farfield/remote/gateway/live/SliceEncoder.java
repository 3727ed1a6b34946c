package org.farfield.remote.gateway.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.codec.Transcoder;
import org.farfield.remote.protocol.message.SeriesStart;

/**
 * Makes of one uncompressed instance what travels: the hash of its stored voxels and the same instance in JPEG-LS
 * lossless (1.2.840.10008.1.2.4.80). Stateless; any thread.
 */
final class SliceEncoder {
    private SliceEncoder() {}

    /**
     * Encodes.
     *
     * @throws DicomException says what is wrong with the instance, also when it does not belong to the series
     */
    static EncodedSlice encode(SeriesStart series, int index, byte[] part10, long captureMillis) throws DicomException {
        DicomFile file = Part10.read(part10);
        String uid = file.dataSet().string(Tag.SERIES_INSTANCE_UID).orElse("");
        if (!uid.equals(series.seriesUid())) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED, "the scanner gave a slice of series " + uid + " in this one");
        }
        PixelFrames frames = PixelFrames.of(file);
        boolean fits = frames.count() == 1
                && frames.format().samples() == 1
                && frames.format().columns() == series.geometry().columns()
                && frames.format().rows() == series.geometry().rows();
        if (!fits || index < 0 || index >= series.plannedSlices()) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED,
                    "slice " + index + " of " + frames.format().columns() + " x "
                            + frames.format().rows() + " pixels does not fit the series as it was announced");
        }
        short[] voxels = frames.decode(0);
        ByteBuffer bytes = ByteBuffer.allocate(2 * voxels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(voxels);
        byte[] coded = Part10.toBytes(Transcoder.to(TransferSyntax.JPEG_LS_LOSSLESS, file));
        return new EncodedSlice(index, captureMillis, file.sopInstanceUid(), sha256(bytes.array()), coded);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
