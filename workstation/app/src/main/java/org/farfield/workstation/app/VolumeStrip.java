package org.farfield.workstation.app;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.workstation.reading.ReadingModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The tools of the 3-D view in the strip above; all but its own button go when the view goes. */
final class VolumeStrip extends HBox {
    private final ReadingModel reading;

    VolumeStrip(ReadingModel reading, CommandSet commands, CommandButtons buttons, Texts texts) {
        super(4);
        this.reading = reading;
        getStyleClass().add("volume-strip");
        ToggleButton show = buttons.toggle("volume.show", Material2OutlinedAL.MDOAL_3D_ROTATION);
        follow(show, () -> reading.volumeShown().get());
        HBox tools = new HBox(4);
        ToggleButton corner = buttons.toggle("volume.corner", Material2OutlinedAL.FLIP);
        follow(
                corner,
                () -> reading.volume()
                        .get()
                        .map(each -> !each.state().corner().isEmpty())
                        .orElse(false));
        ToggleButton crop = buttons.toggle("volume.crop", Material2OutlinedAL.CROP);
        follow(crop, () -> reading.cropShown().get());
        ToggleButton scalpel = buttons.toggle("volume.scalpel", Material2OutlinedAL.CONTENT_CUT);
        follow(scalpel, () -> reading.scalpel().get());
        tools.getChildren()
                .addAll(
                        sides(commands, texts),
                        corner,
                        crop,
                        scalpel,
                        buttons.icon("volume.uncut", Material2OutlinedAL.HEALING));
        tools.visibleProperty().bind(reading.volumeShown());
        tools.managedProperty().bind(reading.volumeShown());
        getChildren().addAll(show, tools);
    }

    private static MenuButton sides(CommandSet commands, Texts texts) {
        MenuButton menu = new MenuButton();
        menu.setId("volume-sides");
        menu.setGraphic(new FontIcon(Material2OutlinedAL.FLIP_CAMERA_ANDROID));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.accessibleTextProperty().bind(texts.bind("volume.from"));
        for (VolumeView view : VolumeView.values()) {
            AppCommand command = commands.get("volume.from." + view.name().toLowerCase(Locale.ROOT));
            MenuItem item = new MenuItem();
            item.textProperty().bind(texts.bind(command.labelKey()));
            item.setOnAction(event -> commands.run(command));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** The toggle shows what the model holds, whoever changed it; a click only runs its command. */
    private void follow(ToggleButton toggle, BooleanSupplier on) {
        Runnable show = () -> toggle.setSelected(on.getAsBoolean());
        reading.volumeShown().subscribe(show);
        reading.scalpel().subscribe(show);
        reading.cropShown().subscribe(show);
        reading.volume().subscribe(shown -> {
            show.run();
            shown.ifPresent(volume -> volume.stateProperty().subscribe(state -> show.run()));
        });
        toggle.selectedProperty().subscribe(show);
    }
}
