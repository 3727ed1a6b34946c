package org.farfield.launcher;

import java.util.List;
import java.util.stream.Stream;

/** Every member of {@code farfield dicom}, in the order the usage text shows them. A new one is added here. */
final class DicomCommands {
    private DicomCommands() {}

    static Subcommand group() {
        return new GroupCommand(
                "dicom",
                Stream.of(files(), network(), web()).flatMap(List::stream).toList());
    }

    private static List<Subcommand> files() {
        return List.of(
                new DicomDumpCommand(),
                new DicomJsonCommand(),
                new DicomXmlCommand(),
                new DicomValidateCommand(),
                new DicomPictureCommand(),
                new DicomTranscodeCommand(),
                new DicomAnonymizeCommand(),
                new DicomDirectoryCommand());
    }

    private static List<Subcommand> network() {
        return List.of(
                new DicomEchoCommand(),
                new DicomSendCommand(),
                new DicomFindCommand(),
                new DicomGetCommand(),
                new DicomMoveCommand(),
                new DicomReceiveCommand(),
                new DicomWorklistCommand(),
                new DicomMppsCommand(),
                new DicomCommitCommand());
    }

    private static List<Subcommand> web() {
        return List.of(new DicomQidoCommand(), new DicomWadoCommand(), new DicomStowCommand());
    }
}
