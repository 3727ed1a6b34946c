package org.farfield.workstation.study;

import java.nio.file.Path;

/** What became of one live slice. */
public sealed interface LiveArrival {
    /** The slice's number in its series, from 0. */
    int slice();

    /** It is in the volume, and on the disk. */
    record Kept(int slice, Path file) implements LiveArrival {}

    /** It is in the volume, but the disk did not take it. */
    record NotStored(int slice, String cause) implements LiveArrival {}

    /** It is not what was announced and was left out: the cause says in what. */
    record Rejected(int slice, String cause) implements LiveArrival {}
}
