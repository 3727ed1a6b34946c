package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.farfield.dicom.picture.Picture;
import org.farfield.workstation.reading.FramePicture;
import org.farfield.workstation.reading.FramesModel;
import org.farfield.workstation.reading.FramesState;
import org.farfield.workstation.reading.ReadingModel;

/** Single images, one at a time, as large as the window has room: in place of the four planes. FX thread. */
final class FramesPane extends Pane {
    private static final double MARGIN = 8;
    private static final double COARSE_PIXELS = 3;

    private final ReadingModel reading;
    private final OverlayWords words;
    private final Texts texts;
    private final ImageView image = new ImageView();
    private final Corner place = new Corner("place", Pos.TOP_LEFT);
    private final Corner patient = new Corner("patient", Pos.TOP_RIGHT);
    private final Corner display = new Corner("display", Pos.BOTTOM_LEFT);
    private final Corner series = new Corner("series", Pos.BOTTOM_RIGHT);
    private final Label fault = new Label();
    private PictureOverlay over = PictureOverlay.NONE;
    private Subscription followed = Subscription.EMPTY;

    FramesPane(ReadingModel reading, Texts texts) {
        this.reading = reading;
        this.texts = texts;
        this.words = new OverlayWords(texts);
        setId("frames");
        getStyleClass().addAll("viewport", "frames");
        setFocusTraversable(true);
        image.setManaged(false);
        fault.getStyleClass().add("missing");
        fault.setId("frames-fault");
        fault.setWrapText(true);
        place.getStyleClass().add("axial");
        Rectangle bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);
        getChildren().addAll(image, place, patient, display, series, fault);
        reading.frames().subscribe(this::follow);
        texts.language().subscribe(this::requestLayout);
        new FramesInput(this, reading);
    }

    void set(PictureOverlay overlay) {
        over = overlay;
        requestLayout();
    }

    private void follow(Optional<FramesModel> frames) {
        followed.unsubscribe();
        followed = frames.map(model -> model.picture()
                        .subscribe(this::show)
                        .and(model.state().subscribe(this::requestLayout))
                        .and(model.fault().subscribe(this::requestLayout)))
                .orElse(Subscription.EMPTY);
        if (frames.isEmpty()) {
            image.setImage(null);
        }
        requestLayout();
    }

    private void show(Optional<FramePicture> shown) {
        shown.ifPresentOrElse(made -> image.setImage(toImage(made.picture())), () -> image.setImage(null));
        requestLayout();
    }

    private static WritableImage toImage(Picture picture) {
        WritableImage made = new WritableImage(picture.columns(), picture.rows());
        made.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.columns(),
                        picture.rows(),
                        PixelFormat.getIntArgbPreInstance(),
                        picture.argb(),
                        0,
                        picture.columns());
        return made;
    }

    /** JavaFX units that one column of the picture takes at zoom 1; 1 where nothing is shown. */
    double fit() {
        return picture()
                .map(made -> Math.min(
                        getWidth() / made.picture().columns(),
                        getHeight() / (made.picture().rows() * made.pixelAspect())))
                .orElse(1.0);
    }

    private Optional<FramePicture> picture() {
        return reading.frames().get().flatMap(model -> model.picture().get());
    }

    /** Everything that is written here now. */
    List<String> lines() {
        return List.of(place, patient, display, series).stream()
                .flatMap(corner -> corner.lines().stream())
                .toList();
    }

    @Override
    protected void layoutChildren() {
        Optional<FramesModel> frames = reading.frames().get();
        if (frames.isEmpty()) {
            return;
        }
        FramesModel model = frames.get();
        FramesState state = model.state().get();
        picture().ifPresent(made -> placeImage(made, state));
        List<String> where = new ArrayList<>(over.lines(state.index()));
        where.addFirst(texts.get("frames.image", state.index() + 1, model.count()));
        if (picture().flatMap(made -> made.picture().note()).isPresent()) {
            where.add(texts.get("frames.profile"));
        }
        place.say(where);
        patient.say(words.patient(model.label()));
        display.say(List.of(
                state.inverted() ? texts.get("overlay.inverted") : "",
                texts.get("overlay.zoom", Numbers.fixed(state.zoom(), 2)),
                state.window()
                        .map(w -> texts.get("overlay.window", Numbers.plain(w.center()), Numbers.plain(w.width())))
                        .orElse("")));
        series.say(words.series(model.label()));
        fault.setText(
                model.fault().get().map(why -> texts.get("frames.fault", why)).orElse(""));
        fault.setVisible(!fault.getText().isEmpty());
        put(place, false, false);
        put(patient, true, false);
        put(display, false, true);
        put(series, true, true);
        double width = Math.min(fault.prefWidth(-1), getWidth() * 0.7);
        fault.resizeRelocate(
                Math.rint((getWidth() - width) / 2), Math.rint(getHeight() * 0.4), width, fault.prefHeight(width));
    }

    private void placeImage(FramePicture made, FramesState state) {
        double scale = fit() * state.zoom();
        double width = made.picture().columns() * scale;
        double height = made.picture().rows() * scale * made.pixelAspect();
        image.setSmooth(scale < COARSE_PIXELS);
        image.setFitWidth(width);
        image.setFitHeight(height);
        image.setX(Math.rint((getWidth() - width) / 2 + state.panRight() * scale));
        image.setY(Math.rint((getHeight() - height) / 2 + state.panDown() * scale));
    }

    private void put(Corner corner, boolean right, boolean bottom) {
        double width = Math.ceil(Math.min(corner.prefWidth(-1), getWidth() * 0.45));
        double height = Math.ceil(corner.prefHeight(width));
        corner.resizeRelocate(
                right ? getWidth() - MARGIN - width : MARGIN,
                bottom ? getHeight() - MARGIN - height : MARGIN,
                width,
                height);
    }
}
