package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Baseline JPEG beside the JDK's decoder, which is that of the Independent JPEG Group. */
class JpegDctTest {
    @ParameterizedTest
    @CsvSource({"8, 8, 0.9", "64, 40, 0.5", "17, 33, 0.95", "1, 1, 0.7", "100, 3, 0.1"})
    void greyIsThatOfTheJdk(int columns, int rows, float quality) throws IOException {
        check(new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY), quality);
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 0.9", "64, 40, 0.5", "17, 33, 0.95", "7, 5, 0.7"})
    void colourWithHalvedChromaIsThatOfTheJdk(int columns, int rows, float quality) throws IOException {
        check(new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB), quality);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30, 200, 500})
    void aStreamThatIsCutIsRefused(int length) throws IOException {
        byte[] stream = encode(noise(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY)), 0.9f);
        short[] out = new short[64 * 64];
        ByteSlice cut = ByteSlice.of(Arrays.copyOf(stream, length));
        assertThrows(
                DicomException.class,
                () -> new JpegCodec(false).decode(cut, PixelFormat.monochrome(64, 64, 8, false), out));
    }

    private static void check(BufferedImage image, float quality) throws IOException {
        byte[] stream = encode(noise(image), quality);
        int samples = image.getRaster().getNumBands();
        int columns = image.getWidth();
        int rows = image.getHeight();
        String photometric = samples == 3 ? "YBR_FULL_422" : "MONOCHROME2";
        PixelFormat format = new PixelFormat(rows, columns, samples, 8, 8, 7, false, photometric, 0, 1);
        short[] out = new short[format.samplesPerFrame()];
        new JpegCodec(false).decode(ByteSlice.of(stream), format, out);
        Raster peer = decode(stream);
        for (int i = 0; i < out.length; i++) {
            int x = i / samples % columns;
            int y = i / samples / columns;
            assertEquals(peer.getSample(x, y, i % samples), out[i], "at " + x + ", " + y);
        }
    }

    private static BufferedImage noise(BufferedImage image) {
        Random random = new Random(5);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int base = (x * 7 + y * 5) & 0xFF;
                image.setRGB(x, y, (base << 16 | (255 - base) << 8 | base) ^ (random.nextInt() & 0x1F3F1F));
            }
        }
        return image;
    }

    static byte[] encode(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Raster decode(byte[] stream) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }
}
