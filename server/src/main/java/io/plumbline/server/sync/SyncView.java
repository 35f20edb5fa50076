package io.plumbline.server.sync;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.platform.table.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One sync with what a person wants to read of it.
 *
 * @param path of its page
 * @param took how long it has run; null before it starts
 */
public record SyncView(
        Sync sync,
        String path,
        String kind,
        String word,
        String trigger,
        @Nullable String waited,
        @Nullable String took,
        List<StageView> stages,
        ReadView reading) {

    static SyncView of(Sync sync, Instant now) {
        boolean stopping = sync.cancelRequested() && sync.status() == SyncStatus.RUNNING;
        return new SyncView(
                sync,
                SyncPaths.one(sync),
                SyncWords.kind(sync.status()),
                stopping ? "Cancelling" : SyncWords.of(sync.status()),
                SyncWords.of(sync.trigger()),
                waited(sync, now),
                sync.startedAt() == null ? null : Took.between(sync.startedAt(), sync.finishedAt(), now),
                StageView.of(sync, now),
                ReadView.of(sync, now));
    }

    /** One that was cancelled in the queue has waited until then. */
    private static String waited(Sync sync, Instant now) {
        Instant until = sync.startedAt() == null ? sync.finishedAt() : sync.startedAt();
        return Took.between(sync.queuedAt(), until, now);
    }

    public boolean ended() {
        return sync.status().finished();
    }

    /** What to tell who cannot see the page change. */
    public String news() {
        return sync.status() == SyncStatus.RUNNING
                ? SyncWords.of(sync.stage())
                : "The sync: " + word.toLowerCase(Locale.ROOT);
    }

    public String startedBy() {
        return SyncWords.startedBy(sync.trigger());
    }

    public String meaning() {
        return SyncWords.meaning(sync);
    }

    /** Whether its counts are of things done, or of things that the guard kept it from doing. */
    public boolean counted() {
        return sync.status() == SyncStatus.SUCCEEDED || stoppedByGuard();
    }

    public boolean stoppedByGuard() {
        return sync.error() != null && sync.error().code() == ErrorCode.MASS_CHANGE_GUARD;
    }

    /**
     * One of the counts of a row.
     *
     * @param text in brackets where it was not done
     */
    public record Count(String label, String text) {}

    public List<Count> assets() {
        var assets = sync.counts().assets();
        return List.of(
                count("created", assets.created()),
                count("updated", assets.updated()),
                count("unchanged", assets.unchanged()),
                count("archived", assets.archived()),
                count("restored", assets.restored()));
    }

    /** None where no findings were read. */
    public List<Count> findings() {
        var findings = sync.counts().findings();
        return findings == null
                ? List.of()
                : List.of(
                        count("created", findings.created()),
                        count("updated", findings.updated()),
                        count("unchanged", findings.unchanged()),
                        count("fixed", findings.fixed()),
                        count("resurfaced", findings.resurfaced()));
    }

    private Count count(String label, long count) {
        String text = Amount.text(count);
        return new Count(label, stoppedByGuard() ? "(" + text + ")" : text);
    }

    /** The findings that were received and are in no list, in words; empty where there are none. */
    public String withheld() {
        var findings = sync.counts().findings();
        List<String> some = new ArrayList<>();
        if (findings != null) {
            add(some, findings.onArchived(), "on names that only archived assets bear");
            add(some, findings.unmatched(), "on names that no asset bears");
            add(some, findings.filtered(), "left out by the filters");
        }
        return String.join(", ", some);
    }

    private static void add(List<String> some, long count, String which) {
        if (count > 0) {
            some.add(Amount.text(count) + " " + which);
        }
    }
}
