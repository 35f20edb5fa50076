package io.plumbline.server.sync;

import java.util.List;
import java.util.stream.Collectors;

/** A sync's log as a text to download. */
final class SyncText {

    private SyncText() {}

    static String of(Sync sync, List<LogLine> lines) {
        String head = "Sync " + sync.id() + " of connector " + sync.connectorId() + ": " + sync.status() + "\n";
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining("", head, ""));
    }
}
