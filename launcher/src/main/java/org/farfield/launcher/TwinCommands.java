package org.farfield.launcher;

import java.util.List;

/** {@code farfield twin}: what can be seen of the scanner twin without a session. */
final class TwinCommands {
    private TwinCommands() {}

    static Subcommand group() {
        return new GroupCommand("twin", List.of(new TwinPictureCommand(), new TwinQualityCommand()));
    }
}
