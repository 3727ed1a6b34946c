package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.Tag;
import org.farfield.dicom.codec.PixelFrames;

/**
 * Whether a file's pixels are whole, and where they lie: found out from the file's last bytes, or, where these are
 * unusual, by reading all of it. What is wrong becomes a problem of that file.
 */
final class PixelEnd {
    private static final PixelEnd UNKNOWN = new PixelEnd(Optional.empty(), 0);

    private final Optional<PixelsInFile> first;
    private final long frameBytes;

    private PixelEnd(Optional<PixelsInFile> first, long frameBytes) {
        this.first = first;
        this.frameBytes = frameBytes;
    }

    /** Where a frame lies, when it can be read by itself. */
    Optional<PixelsInFile> frame(int index) {
        return first.map(at -> new PixelsInFile(at.offset() + index * frameBytes, at.fileBytes(), at.bitsStored()));
    }

    static PixelEnd of(Path file, DicomFile header, List<Problem> problems) throws IOException {
        if (FrameReading.count(header.dataSet()) == 0) {
            return UNKNOWN;
        }
        try {
            PixelFormat format = PixelFormat.of(header.dataSet());
            FileTail tail = FileTail.of(file, header.transferSyntax(), format);
            if (!tail.complete()) {
                checkWhole(file, format, problems);
            }
            return tail.pixelOffset().isPresent() && isPlain(format)
                    ? new PixelEnd(
                            Optional.of(new PixelsInFile(
                                    tail.pixelOffset().getAsLong(), tail.fileBytes(), format.bitsStored())),
                            format.bitsPerFrame() / 8)
                    : UNKNOWN;
        } catch (DicomException e) {
            problems.add(new Problem(file, Problem.Kind.MALFORMED, HeaderReader.cause(e)));
            return UNKNOWN;
        }
    }

    private static boolean isPlain(PixelFormat format) {
        return format.isMonochrome() && format.bitsAllocated() == 16 && format.highBit() == format.bitsStored() - 1;
    }

    /** Reads all of the file and says what is missing in it. */
    private static void checkWhole(Path file, PixelFormat format, List<Problem> problems) throws IOException {
        DicomFile whole = Part10.read(file);
        for (String note : whole.notes()) {
            Problem problem = new Problem(file, Problem.Kind.MALFORMED, note);
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
        if (whole.dataSet().contains(Tag.FLOAT_PIXEL_DATA) || whole.dataSet().contains(Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
            PixelFrames.of(whole).requireComplete();
        } else if (!whole.dataSet().contains(Tag.PIXEL_DATA)) {
            problems.add(new Problem(file, Problem.Kind.MALFORMED, "it has no " + Tag.describe(Tag.PIXEL_DATA)));
        } else if (whole.notes().isEmpty() && !whole.transferSyntax().encapsulated()) {
            long there = whole.dataSet().bytes(Tag.PIXEL_DATA).length();
            long needed = (format.bitsPerFrame() * format.frames() + 7) / 8;
            if (there < needed) {
                problems.add(new Problem(
                        file, Problem.Kind.MALFORMED, "its pixel data has " + there + " of " + needed + " bytes"));
            }
        }
    }
}
