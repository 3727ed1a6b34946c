package org.farfield.workstation.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farfield.rendering.engine.DisplayCurve;

/**
 * How a workstation starts.
 *
 * @param paths files and folders to open at once
 * @param store the folder of the local store; its studies are listed with the opened ones
 * @param snapshot a picture of the window to write, instead of waiting for a person
 * @param locale the language to start in
 * @param extension what else to put in the window
 * @param display the display's characteristic curve, for greys after PS3.14; empty = greys as they are
 */
public record WorkstationOptions(
        List<Path> paths,
        Path store,
        Optional<SnapshotRequest> snapshot,
        Locale locale,
        WindowExtension extension,
        Optional<DisplayCurve> display) {

    public WorkstationOptions {
        paths = List.copyOf(paths);
    }

    /** Opens paths beside a local store in the system's language, for a person to work with. */
    public static WorkstationOptions of(List<Path> paths, Path store) {
        return new WorkstationOptions(
                paths, store, Optional.empty(), Locale.getDefault(), window -> () -> {}, Optional.empty());
    }

    public WorkstationOptions with(SnapshotRequest request) {
        return new WorkstationOptions(paths, store, Optional.of(request), locale, extension, display);
    }

    public WorkstationOptions with(Locale other) {
        return new WorkstationOptions(paths, store, snapshot, other, extension, display);
    }

    public WorkstationOptions with(WindowExtension other) {
        return new WorkstationOptions(paths, store, snapshot, locale, other, display);
    }

    public WorkstationOptions with(DisplayCurve other) {
        return new WorkstationOptions(paths, store, snapshot, locale, extension, Optional.of(other));
    }
}
