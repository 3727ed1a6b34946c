package org.farfield.workstation.app;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.VolumeModel;

/** What can be done to the 3-D view, each thing once. */
final class VolumeCommands {
    private final ReadingModel reading;
    private final CommandSet commands;
    private final BooleanBinding seen;

    private VolumeCommands(ReadingModel reading, CommandSet commands) {
        this.reading = reading;
        this.commands = commands;
        this.seen = reading.volumeShown().and(reading.showing());
    }

    static void addTo(CommandSet commands, ReadingModel reading) {
        VolumeCommands all = new VolumeCommands(reading, commands);
        commands.add(AppCommand.of(
                        "volume.show",
                        "volume.show",
                        reading.showing(),
                        () -> reading.volumeShown().set(!reading.volumeShown().get()))
                .withKey("V"));
        for (VolumePreset preset : VolumePreset.values()) {
            all.change("volume.preset." + preset.id(), m -> m.setPreset(Optional.of(preset)));
        }
        all.change("volume.preset.mip", m -> m.setPreset(Optional.empty()));
        for (VolumeView view : VolumeView.values()) {
            all.change("volume.from." + view.name().toLowerCase(Locale.ROOT), m -> m.lookFrom(view));
        }
        all.change("volume.corner", "K", VolumeModel::toggleCorner);
        all.change("volume.uncut", VolumeModel::uncut);
        all.change("volume.reset", "Shift+R", VolumeModel::reset);
        all.toggle(
                "volume.scalpel",
                "Shift+X",
                () -> reading.scalpel().set(!reading.scalpel().get()));
        all.toggle(
                "volume.crop",
                "Shift+C",
                () -> reading.cropShown().set(!reading.cropShown().get()));
    }

    private void toggle(String id, String key, Runnable action) {
        commands.add(AppCommand.of(id, id, seen, action).withKey(key));
    }

    private void change(String id, Consumer<VolumeModel> action) {
        commands.add(command(id, action));
    }

    private void change(String id, String key, Consumer<VolumeModel> action) {
        commands.add(command(id, action).withKey(key));
    }

    private AppCommand command(String id, Consumer<VolumeModel> action) {
        return AppCommand.undoable(
                id,
                id,
                seen,
                () -> reading.volume().get().flatMap(volume -> volume.change(id, () -> action.accept(volume))));
    }
}
