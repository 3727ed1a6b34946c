package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** Decodes JPEG 2000 part 1 (T.800). Stateless; any thread, and the work is done on the caller's. */
public final class Jpeg2000Decoder {
    private Jpeg2000Decoder() {}

    /**
     * Decodes one frame to samples with the stream's own depth, signed ones in two's complement, colour by pixel.
     *
     * @param frame a codestream, bare or in the boxes of a JP2 file
     * @param size its SIZ segment, see {@link ImageSize#read}
     * @param format rows, columns and samples a pixel that must be those of the stream
     * @param out takes {@link PixelFormat#samplesPerFrame()} samples
     * @throws DicomException when the stream is damaged, cut short, of another size, or uses what is not in part 1
     */
    public static void decode(ByteSlice frame, ImageSize size, PixelFormat format, short[] out) throws DicomException {
        size.require(format);
        Codestream stream = new Codestream(frame, size);
        int tiles = size.tilesAcross() * size.tilesDown();
        if (stream.tiles().size() != tiles) {
            throw Fault.truncated("with " + stream.tiles().size() + " of " + tiles + " tiles");
        }
        TileDecoder decoder = new TileDecoder(size);
        for (TileStream tile : stream.tiles()) {
            decoder.decode(tile, out);
        }
    }
}
