package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real DICOM files that developers test with; a test that needs them is skipped where they are absent. */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("farfield.shared.data", "shared-data-not-given"))
                .resolve(name);
        assumeTrue(Files.isDirectory(folder), "no test data at " + folder);
        return folder;
    }

    static ScanResult scan(String name) throws InterruptedException {
        return FolderScan.forThisMachine().scan(List.of(folder(name)), FolderScanListener.none());
    }
}
