package org.farfield.workstation.study;

import java.nio.file.Path;

/**
 * What is wrong with one file, and that the rest went on without it.
 *
 * @param cause one sentence for the reader, without the file's name
 */
public record Problem(Path file, Kind kind, String cause) {
    /** What sort of problem it is; the cause says the details. */
    public enum Kind {
        /** The operating system does not give the file or folder. */
        UNREADABLE,
        /**
         * The file is no DICOM file; expected in any folder, worth a word only where the user named the file itself.
         */
        NOT_DICOM,
        /** It begins as DICOM and breaks off or breaks the rules. */
        MALFORMED,
        /** It is sound, but written in a way that this program cannot decode. */
        UNSUPPORTED,
        /** Its text is in another character set than it says; told once a series. */
        TEXT,
        /** Its place in the patient is missing, impossible or does not fit the others. */
        GEOMETRY,
        /** The same instance lies in another file too; that one is used. */
        DUPLICATE,
        /** What arrived is not what was sent. */
        CORRUPTED
    }

    /** A series that cannot be shown at all, told at its first file. */
    public static Problem unreadable(DisplaySet set, Exception cause) {
        return new Problem(set.frames().getFirst().file(), Kind.UNREADABLE, String.valueOf(cause.getMessage()));
    }

    @Override
    public String toString() {
        return file + ": " + cause;
    }
}
