package org.farfield.workstation.study;

/** Hears of one loading, on the loader's threads, never on the FX thread; must not block them. */
public interface LoadListener {
    /**
     * A slice is in the volume and may be shown. Slices come in no particular order.
     *
     * @param slice its number in the volume
     * @param read source slices that are done, with or without success
     * @param total source slices there are
     */
    void onSlice(int slice, int read, int total);

    /** One file's slice will stay empty; the rest goes on. */
    void onProblem(Problem problem);

    /** The last call: all was read, or the loading was cancelled. */
    void onEnd(LoadEnd end);
}
