package org.farfield.workstation.app;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.farfield.workstation.reading.Change;
import org.farfield.workstation.reading.Fusion;
import org.farfield.workstation.reading.FusionModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;

/** What can be done to a series that lies over the one shown. */
final class FusionCommands {
    private FusionCommands() {}

    static void addTo(CommandSet commands, ReadingModel reading, FusionModel fusion) {
        commands.add(change("fusion.more", reading, over -> over.more(1)).withKey("A"));
        commands.add(change("fusion.less", reading, over -> over.more(-1)).withKey("Shift+A"));
        commands.add(AppCommand.of("fusion.off", "fusion.off", reading.showing(), fusion::clear)
                .withKey("Shift+F"));
    }

    private static AppCommand change(String id, ReadingModel reading, UnaryOperator<Fusion> action) {
        return AppCommand.undoable(
                id,
                id,
                reading.showing(),
                () -> reading.mpr()
                        .get()
                        .flatMap(
                                mpr -> mpr.fusion().get().flatMap(over -> changed(id, mpr, over, action.apply(over)))));
    }

    private static Optional<Change> changed(String id, MprModel mpr, Fusion before, Fusion after) {
        if (after.equals(before)) {
            return Optional.empty();
        }
        mpr.fusion().set(Optional.of(after));
        return Optional.of(new Change(id, () -> opacity(mpr, before), () -> opacity(mpr, after)));
    }

    /** Only while the same series still lies there. */
    private static void opacity(MprModel mpr, Fusion to) {
        if (mpr.fusion().get().filter(now -> now.volume() == to.volume()).isPresent()) {
            mpr.fusion().set(Optional.of(to));
        }
    }
}
