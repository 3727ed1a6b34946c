package org.farfield.workstation.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.farfield.workstation.reading.StudyRow.Source;
import org.farfield.workstation.study.FolderScan;
import org.farfield.workstation.study.ScanResult;
import org.farfield.workstation.study.Study;
import org.jspecify.annotations.Nullable;

/**
 * Opens folders: looks through them in the background, lists what is found as it is found, and shows the first CT
 * series as soon as the folders are known. FX thread.
 */
public final class OpeningModel {
    private final LoadModel load;
    private final StudyListModel list;
    private final SeriesModel series;
    private final Executor ui;
    private final List<Path> pending = new ArrayList<>();
    private List<Study> opened = List.of();
    private @Nullable Thread scan;
    private int scans;

    /** @param ui runs what must be on the FX thread */
    public OpeningModel(LoadModel load, StudyListModel list, SeriesModel series, Executor ui) {
        this.load = load;
        this.list = list;
        this.series = series;
        this.ui = ui;
    }

    /** Opens files and folders beside those that are open already. */
    public void open(List<Path> paths) {
        pending.addAll(paths);
        stopScan();
        List<Path> now = List.copyOf(pending);
        List<Study> before = opened;
        load.begin(LoadModel.Phase.SCANNING, this::cancelled);
        int number = ++scans;
        scan = Thread.ofVirtual().name("folder-scan").start(() -> scan(number, now, before));
    }

    /** Reads the local store again, as after a series was received. */
    public void listStore(Path root) {
        Thread.ofVirtual().name("store-scan").start(() -> {
            if (Files.isDirectory(root)) {
                try {
                    ScanResult found = FolderScan.forThisMachine().scan(List.of(root), (f, r, s) -> {});
                    List<StudyRow> rows = StudyRow.of(found.studies());
                    ui.execute(() -> {
                        list.set(Source.STORED, rows);
                        load.report(found.problems().list());
                    });
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private void cancelled() {
        pending.clear();
        stopScan();
    }

    private void stopScan() {
        if (scan != null) {
            scan.interrupt();
            scan = null;
            scans++;
        }
    }

    private void scan(int number, List<Path> paths, List<Study> before) {
        try {
            ScanResult found = FolderScan.forThisMachine().scan(paths, (files, read, studies) -> {
                List<StudyRow> rows = StudyRow.whileScanning(Studies.merged(before, studies));
                ui.execute(() -> progress(number, files, read, rows));
            });
            List<Study> all = Studies.merged(before, found.studies());
            List<StudyRow> rows = StudyRow.of(all);
            List<StudyRow> fresh = StudyRow.of(found.studies());
            ui.execute(() -> finished(number, found, all, rows, fresh));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void progress(int number, int files, int read, List<StudyRow> rows) {
        if (number == scans) {
            load.advance(read, files);
            list.set(Source.OPENED, rows);
        }
    }

    private void finished(int number, ScanResult found, List<Study> all, List<StudyRow> rows, List<StudyRow> fresh) {
        if (number == scans) {
            scan = null;
            pending.clear();
            opened = all;
            load.end();
            load.report(found.problems().list());
            list.set(Source.OPENED, rows);
            StudyListModel.best(fresh).ifPresent(series::show);
        }
    }
}
