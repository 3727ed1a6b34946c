package org.farfield.launcher;

import java.util.List;

/** Every member of {@code farfield dicom}, in the order the usage text shows them. A new one is added here. */
final class DicomCommands {
    private DicomCommands() {}

    static Subcommand group() {
        return new GroupCommand(
                "dicom", List.of(new DicomDumpCommand(), new DicomJsonCommand(), new DicomValidateCommand()));
    }
}
