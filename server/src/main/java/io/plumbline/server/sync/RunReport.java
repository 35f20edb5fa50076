package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.inventory.ChangeSet;
import java.util.Locale;

/** Says in the log what a change set amounts to. */
final class RunReport {

    private RunReport() {}

    static void of(ChangeSet changes, LiveRun live) {
        ChangeCounts.Assets assets = changes.counts().assets();
        live.info(String.format(
                Locale.ROOT,
                "Assets: %,d received; %,d created, %,d updated, %,d unchanged, %,d restored; %,d archived.",
                assets.received(),
                assets.created(),
                assets.updated(),
                assets.unchanged(),
                assets.restored(),
                assets.archived()));
        ChangeCounts.Findings findings = changes.counts().findings();
        if (findings != null) {
            live.info(String.format(
                    Locale.ROOT,
                    "Findings: %,d received; %,d created, %,d updated, %,d unchanged, %,d resurfaced; %,d fixed.",
                    findings.received(),
                    findings.created(),
                    findings.updated(),
                    findings.unchanged(),
                    findings.resurfaced(),
                    findings.fixed()));
            withheld(changes, findings, live);
        }
    }

    private static void withheld(ChangeSet changes, ChangeCounts.Findings findings, LiveRun live) {
        if (findings.onArchived() > 0) {
            live.info(String.format(
                    Locale.ROOT,
                    "%,d findings are on names that only archived assets bear; they are withheld.",
                    findings.onArchived()));
        }
        if (findings.unmatched() > 0) {
            live.say(
                    LogLine.Level.WARN,
                    String.format(
                            Locale.ROOT,
                            "%,d findings are on names that no asset bears, %,d of them only because of upper and lower case; "
                                    + "they are withheld. Such names are: %s.",
                            findings.unmatched(),
                            changes.unmatchedByCase(),
                            String.join(", ", changes.unmatchedExamples())));
        }
    }
}
