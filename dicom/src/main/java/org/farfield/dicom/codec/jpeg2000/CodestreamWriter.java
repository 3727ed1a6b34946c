package org.farfield.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** Writes the markers around the packets of a picture of one tile (T.800 annex A). One use. */
final class CodestreamWriter {
    private static final int TILE_PART_HEADER = 14;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PixelFormat format;
    private final CodingStyle style;
    private final boolean colour;
    private final int guardBits;

    CodestreamWriter(PixelFormat format, CodingStyle style, boolean colour, int guardBits) {
        this.format = format;
        this.style = style;
        this.colour = colour;
        this.guardBits = guardBits;
    }

    byte[] write(List<TileComponent> components) throws DicomException {
        word(Marker.SOC);
        size();
        codingStyle();
        quantization(components.getFirst());
        byte[] packets = packets(components);
        word(Marker.SOT);
        word(10);
        word(0);
        number(packets.length + TILE_PART_HEADER);
        out.write(0);
        out.write(1);
        word(Marker.SOD);
        out.write(packets, 0, packets.length);
        word(Marker.EOC);
        return out.toByteArray();
    }

    /** Packets in the order layer, resolution, component, position. */
    private static byte[] packets(List<TileComponent> components) throws DicomException {
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        PacketWriter writer = new PacketWriter(packets);
        List<Precinct> all =
                components.stream().flatMap(c -> c.precincts().stream()).toList();
        PacketOrder.walk(Progression.everything(Progression.LAYER_FIRST, 1), 1, all, writer::write);
        return packets.toByteArray();
    }

    private void size() {
        word(Marker.SIZ);
        word(38 + 3 * format.samples());
        word(0);
        for (int i = 0; i < 2; i++) {
            number(format.columns());
            number(format.rows());
            number(0);
            number(0);
        }
        word(format.samples());
        for (int c = 0; c < format.samples(); c++) {
            out.write(format.bitsStored() - 1 | (format.signed() ? 0x80 : 0));
            word(0x0101);
        }
    }

    private void codingStyle() {
        word(Marker.COD);
        word(12);
        out.write(0);
        out.write(Progression.LAYER_FIRST);
        word(1);
        out.write(colour ? 1 : 0);
        out.write(style.levels());
        out.write(style.blockWidth() - 2);
        out.write(style.blockHeight() - 2);
        out.write(0);
        out.write(1);
    }

    private void quantization(TileComponent component) {
        word(Marker.QCD);
        word(4 + 3 * style.levels());
        out.write(guardBits << 5);
        for (Resolution resolution : component.resolutions()) {
            for (Band band : resolution.bands()) {
                out.write(Jpeg2000Encoder.exponent(format, band) << 3);
            }
        }
    }

    private void word(int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private void number(int value) {
        word(value >>> 16);
        word(value);
    }
}
