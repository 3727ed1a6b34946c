package org.farfield.workstation.app.hanging;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.hanging.HangingModel;
import org.farfield.workstation.reading.hanging.HangingModel.Hung;
import org.farfield.workstation.reading.hanging.HangingProtocol;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What hangs now, as a menu of what else may hang. FX thread. */
final class HangingMenu extends MenuButton {
    private final WorkstationWindow window;
    private final HangingModel model;
    private final Texts texts;
    private final ProtocolWords names;

    HangingMenu(WorkstationWindow window, HangingModel model, Texts texts) {
        this.window = window;
        this.model = model;
        this.texts = texts;
        this.names = new ProtocolWords(texts);
        setId("hanging");
        setMnemonicParsing(false);
        setFocusTraversable(false);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(new FontIcon(Material2OutlinedMZ.VIEW_QUILT));
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.hung().get().map(this::words).orElseGet(() -> texts.get("hanging.none")),
                        model.hung(),
                        texts.language()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("hanging.tip"));
        setTooltip(tip);
        disableProperty().bind(window.reading().showing().not());
        // a menu without items does not open
        getItems().add(new MenuItem());
        setOnShowing(event -> getItems().setAll(items()));
    }

    private String words(Hung hung) {
        int stages = hung.protocol().stages().size();
        return stages == 1
                ? names.of(hung.protocol())
                : names.of(hung.protocol()) + "  " + (hung.stage() + 1) + "/" + stages;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (HangingProtocol protocol : model.protocols()) {
            MenuItem item = new MenuItem(names.of(protocol));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.hang(protocol));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        CheckMenuItem automatic = new CheckMenuItem(texts.get("hanging.automatic"));
        automatic.setSelected(model.automatic().get());
        automatic.setOnAction(event -> model.automatic().set(automatic.isSelected()));
        items.add(automatic);
        items.add(command("hanging.remember"));
        items.add(command("hanging.edit"));
        return items;
    }

    private MenuItem command(String id) {
        MenuItem item = new MenuItem(texts.get(id));
        item.setOnAction(event -> window.commands().run(window.commands().get(id)));
        return item;
    }
}
