package org.farfield.workstation.app.live;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.HeardSession;
import org.farfield.workstation.reading.live.Numbers;

/** What the scanner does: its phase as a large word, table, tube heat, interlocks. UNKNOWN when nothing was heard. */
final class ScannerCard extends Card {

    private static final int HOT_PERCENT = 80;

    private final Texts texts;
    private final Label phase = line("live-big");
    private final Label detail = wrapped("live-muted");
    private final Label table = line("live-value");
    private final Label heat = line("live-value");
    private final Label interlocks = wrapped("live-value");

    ScannerCard(Texts texts) {
        this.texts = texts;
        phase.setId("scanner-phase");
        lines(phase, detail, table, heat, interlocks);
    }

    void show(HeardSession heard) {
        heading(
                heard.scannerModel().isEmpty()
                        ? texts.get("scanner.heading")
                        : texts.get("scanner.heading.model", heard.scannerModel()));
        Optional<ScannerState> scanner = heard.state().map(SessionState::scanner);
        if (scanner.isPresent()) {
            show(scanner.get());
        } else {
            showUnknown(heard);
        }
    }

    private void show(ScannerState scanner) {
        say(phase, mark(scanner.phase()) + " " + Words.of(texts, "phase", scanner.phase()), severity(scanner.phase()));
        say(detail, scanner.detail(), Severity.PLAIN);
        say(table, texts.get("scanner.table", Numbers.fixed(scanner.tableMm(), 1)), Severity.PLAIN);
        boolean hot = scanner.tubeHeatPercent() >= HOT_PERCENT;
        String percent = Numbers.fixed(scanner.tubeHeatPercent(), 0);
        say(heat, texts.get(hot ? "scanner.heat.high" : "scanner.heat", percent), hot ? Severity.BAD : Severity.PLAIN);
        boolean closed = scanner.interlocks().isEmpty();
        String open = scanner.interlocks().stream().map(this::interlock).collect(Collectors.joining(", "));
        say(
                interlocks,
                closed ? texts.get("scanner.interlocks.closed") : texts.get("scanner.interlocks.open", open),
                closed ? Severity.PLAIN : Severity.BAD);
    }

    private void showUnknown(HeardSession heard) {
        say(phase, texts.get("phase.UNKNOWN"), Severity.ATTENTION);
        String silent = Numbers.fixed(heard.silentMillis() / 1000.0, 1);
        String why = heard.trouble().isEmpty()
                ? heard.newest().isEmpty() ? texts.get("unknown.not-yet") : texts.get("unknown.silent", silent)
                : heard.trouble();
        say(detail, why, Severity.ATTENTION);
        say(table, "", Severity.PLAIN);
        say(heat, "", Severity.PLAIN);
        say(interlocks, "", Severity.PLAIN);
    }

    private String interlock(String name) {
        String key = "interlock." + name;
        String word = texts.get(key);
        return word.equals("!" + key + "!") ? name : word;
    }

    private static String mark(ScannerPhase phase) {
        return switch (phase) {
            case READY -> "●";
            case MOVING, PREPARING, RECONSTRUCTING -> "▶";
            case EXPOSING -> "▲";
            case STOPPED -> "■";
            case OFFLINE, FAULT -> "✕";
        };
    }

    private static Severity severity(ScannerPhase phase) {
        return switch (phase) {
            case READY -> Severity.GOOD;
            case MOVING, PREPARING, RECONSTRUCTING -> Severity.PLAIN;
            case EXPOSING, STOPPED -> Severity.ATTENTION;
            case OFFLINE, FAULT -> Severity.BAD;
        };
    }
}
