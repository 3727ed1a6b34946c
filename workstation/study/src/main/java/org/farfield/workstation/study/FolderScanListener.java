package org.farfield.workstation.study;

import java.util.List;

/** Hears of a folder scan while it goes on, on the scanning thread; must not block it. */
public interface FolderScanListener {
    /**
     * Called every few dozen files and once at the end.
     *
     * @param found files found so far
     * @param read files looked into so far
     * @param studies what has been found so far
     */
    void onProgress(int found, int read, List<Study> studies);

    /** Hears nothing. */
    static FolderScanListener none() {
        return (found, read, studies) -> {};
    }
}
