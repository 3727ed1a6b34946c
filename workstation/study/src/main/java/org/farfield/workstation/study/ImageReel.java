package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.picture.Picture;
import org.farfield.dicom.picture.PictureOptions;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.jspecify.annotations.Nullable;

/**
 * The images of a display set that makes no volume, one after the other: radiographs, ultrasound and angiography runs,
 * photographs. Each is decoded when it is asked for; the file asked last stays open. One thread at a time decodes.
 */
public final class ImageReel {
    /** A frame of a file. */
    private record Place(Path file, int frame) {}

    private record Opened(Path file, DataSet data, PixelFrames frames) {}

    private final List<Place> places;
    private final OptionalDouble rate;
    private @Nullable Opened opened;

    private ImageReel(List<Place> places, OptionalDouble rate) {
        this.places = List.copyOf(places);
        this.rate = rate;
    }

    /**
     * For a display set that has images. Reads a header: not on the FX thread.
     *
     * @throws IOException where a file cannot be read any more
     */
    public static ImageReel open(DisplaySet set) throws IOException {
        List<Place> places = set.frames().stream()
                .map(frame -> new Place(frame.file(), frame.index()))
                .toList();
        DataSet header =
                Part10.read(places.getFirst().file(), ReadOptions.HEADER).dataSet();
        OptionalDouble rate = rate(header);
        return new ImageReel(places, rate);
    }

    /** Frames a second, from the Cine and Multi-frame modules (PS3.3 C.7.6.5, C.7.6.6.1.1). */
    static OptionalDouble rate(DataSet header) {
        double frameTime = header.decimal(Tag.FRAME_TIME).orElse(0);
        double perFrameTime = frameTime > 0 ? 1000 / frameTime : 0;
        return DoubleStream.of(
                        header.integer(Tag.RECOMMENDED_DISPLAY_FRAME_RATE).orElse(0),
                        header.integer(Tag.CINE_RATE).orElse(0),
                        perFrameTime)
                .filter(each -> each > 0)
                .findFirst();
    }

    /** How many images there are. */
    public int count() {
        return places.size();
    }

    /** Frames a second at which they were taken or are to be seen; empty where no file says it. */
    public OptionalDouble rate() {
        return rate;
    }

    /**
     * Decodes an image, counted from 0.
     *
     * @param window in place of the file's own; means nothing to a colour image
     * @throws IOException says what is wrong with the file or its pixels
     */
    public synchronized Picture picture(int index, Optional<Window> window) throws IOException {
        Opened file = file(index);
        Optional<double[]> values = window.map(w -> new double[] {w.center(), w.width()});
        return Picture.of(file.data(), file.frames(), places.get(index).frame(), new PictureOptions(values, true));
    }

    /** The window that an image asks for, or the range of its values; for grey images. */
    public synchronized Window window(int index) throws IOException {
        Opened file = file(index);
        double[] window =
                Picture.window(file.data(), file.frames(), places.get(index).frame());
        return new Window(window[0], Math.max(1, window[1]));
    }

    /** How much higher than wide a pixel is (0028,0034), 1 where the file does not say. */
    public synchronized double pixelAspect(int index) throws IOException {
        List<String> ratio = file(index).data().strings(Tag.PIXEL_ASPECT_RATIO);
        try {
            double aspect = ratio.size() == 2 ? Double.parseDouble(ratio.get(0)) / Double.parseDouble(ratio.get(1)) : 1;
            return aspect > 0.1 && aspect < 10 ? aspect : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private Opened file(int index) throws IOException {
        Place place = places.get(index);
        Opened last = opened;
        if (last == null || !last.file().equals(place.file())) {
            DicomFile read = Part10.read(place.file());
            last = new Opened(place.file(), read.dataSet(), PixelFrames.of(read));
            opened = last;
        }
        if (place.frame() >= last.frames().count()) {
            throw new DicomException(
                    DicomException.Reason.TRUNCATED,
                    "the file has " + last.frames().count() + " frames, not the " + (place.frame() + 1) + " it states");
        }
        return last;
    }
}
