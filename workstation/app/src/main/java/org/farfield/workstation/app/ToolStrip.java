package org.farfield.workstation.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.MprState;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ViewportTool;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * The slim bar above the images: every button is a command. Where the window is too narrow for all of them, they stand
 * in two rows; nothing is pushed out of the window.
 */
final class ToolStrip extends HBox {
    private static final Map<ViewportTool, Ikon> TOOL_ICONS = new EnumMap<>(Map.of(
            ViewportTool.WINDOW, Material2OutlinedAL.BRIGHTNESS_6,
            ViewportTool.ZOOM, Material2OutlinedMZ.SEARCH,
            ViewportTool.PAN, Material2OutlinedMZ.PAN_TOOL,
            ViewportTool.SCROLL, Material2OutlinedAL.HEIGHT,
            ViewportTool.CURVE, Material2OutlinedAL.GESTURE,
            ViewportTool.CROSSHAIR, Material2OutlinedAL.GPS_FIXED));

    private static final Map<ViewportTool, Ikon> MEASURE_ICONS = new EnumMap<>(Map.of(
            ViewportTool.DISTANCE, Material2OutlinedMZ.STRAIGHTEN,
            ViewportTool.ANGLE, Material2OutlinedAL.CHANGE_HISTORY,
            ViewportTool.COBB, Material2OutlinedAL.ARCHITECTURE,
            ViewportTool.ELLIPSE, Material2OutlinedMZ.PANORAMA_FISH_EYE,
            ViewportTool.RECTANGLE, Material2OutlinedAL.CROP_SQUARE,
            ViewportTool.FREEHAND, Material2OutlinedAL.EDIT,
            ViewportTool.POINT, Material2OutlinedAL.COLORIZE,
            ViewportTool.ARROW, Material2OutlinedAL.CALL_MADE));

    /** Padding and spacing of the strip. */
    private static final double OUTSIDE_ROWS = 24;

    private final ReadingModel reading;
    private final Texts texts;
    private final CommandButtons buttons;

    ToolStrip(ReadingModel reading, CommandSet commands, Texts texts, CinePlayer cine) {
        this.reading = reading;
        this.texts = texts;
        this.buttons = new CommandButtons(commands, texts);
        getStyleClass().add("tool-strip");
        FlowPane images = new FlowPane(4, 4);
        images.setAlignment(Pos.TOP_LEFT);
        images.setRowValignment(VPos.CENTER);
        HBox.setHgrow(images, Priority.ALWAYS);
        images.getChildren()
                .addAll(
                        buttons.labelled("folder.open", Material2OutlinedAL.FOLDER_OPEN),
                        line(),
                        tools("tools", TOOL_ICONS),
                        line(),
                        tools("measures", MEASURE_ICONS),
                        line(),
                        presets(),
                        line(),
                        new SlabChoice(reading, commands, texts),
                        line(),
                        crosshair(),
                        buttons.icon("cine.play", Material2OutlinedMZ.PLAY_ARROW),
                        cine,
                        buttons.icon("view.invert", Material2OutlinedAL.INVERT_COLORS),
                        buttons.icon("view.maximise", Material2OutlinedAL.FULLSCREEN),
                        buttons.icon("view.reset", Material2OutlinedMZ.SETTINGS_BACKUP_RESTORE),
                        line(),
                        new VolumeStrip(reading, commands, buttons, texts),
                        line(),
                        new HBox(
                                4,
                                buttons.icon("history.undo", Material2OutlinedMZ.UNDO),
                                buttons.icon("history.redo", Material2OutlinedMZ.REDO)));
        HBox window = new HBox(
                4,
                buttons.icon("app.keys", Material2OutlinedAL.KEYBOARD),
                buttons.icon("app.browser", Material2OutlinedMZ.VIEW_SIDEBAR),
                buttons.icon("app.theme", Material2OutlinedAL.BRIGHTNESS_4),
                languages());
        // the row breaks where the other buttons begin, so that the strip is as high as its rows
        images.prefWrapLengthProperty()
                .bind(widthProperty().subtract(window.widthProperty()).subtract(OUTSIDE_ROWS));
        getChildren().addAll(images, window);
    }

    private Node tools(String id, Map<ViewportTool, Ikon> icons) {
        SegmentedButton segments = new SegmentedButton();
        segments.setId(id);
        icons.forEach((tool, icon) -> {
            ToggleButton toggle = buttons.toggle("tool." + tool.id(), icon);
            segments.getButtons().add(toggle);
            follow(toggle, () -> reading.tool().get() == tool);
        });
        return segments;
    }

    private Node presets() {
        SegmentedButton segments = new SegmentedButton();
        segments.setId("presets");
        for (WindowPreset preset : WindowPreset.CT) {
            ToggleButton toggle = buttons.words("window.preset." + preset.id());
            segments.getButtons().add(toggle);
            follow(
                    toggle,
                    () -> reading.mpr()
                            .get()
                            .map(model -> model.state().window().equals(preset.window()))
                            .orElse(false));
        }
        return segments;
    }

    private Node crosshair() {
        ToggleButton toggle = buttons.toggle("view.crosshair", Material2OutlinedAL.FILTER_CENTER_FOCUS);
        follow(toggle, () -> reading.crosshairShown().get());
        return toggle;
    }

    /** The toggle shows what the model holds, whoever changed it; a click only runs its command. */
    private void follow(ToggleButton toggle, java.util.function.BooleanSupplier on) {
        Runnable show = () -> toggle.setSelected(on.getAsBoolean());
        reading.tool().subscribe(show);
        reading.crosshairShown().subscribe(show);
        reading.mpr().subscribe(shown -> {
            show.run();
            shown.ifPresent(model -> model.stateProperty().subscribe((MprState state) -> show.run()));
        });
        toggle.selectedProperty().subscribe(show);
    }

    private Node languages() {
        MenuButton menu = new MenuButton();
        menu.setId("language");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(buttons.tip("app.language"));
        menu.textProperty().bind(texts.language().map(Language::ownName));
        for (Language language : List.of(Language.values())) {
            MenuItem item = new MenuItem(language.ownName());
            item.setOnAction(event -> texts.language().set(language));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Node line() {
        return new Separator(Orientation.VERTICAL);
    }
}
