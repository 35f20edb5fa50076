package io.plumbline.server.sync;

import io.plumbline.server.platform.table.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of a sync has come.
 *
 * @param text pages and items part by part, such as "3 pages, 230 of 500 endpoints · 12 of 140 rows"; empty before the first part
 * @param done of the part that is being read
 * @param total of that part; 0: unknown
 * @param left how much longer that part will take; null where nobody can say
 */
public record ReadView(
        String text, long done, long total, @Nullable String left) {

    /** Before that a pace says nothing. */
    private static final Duration SOON = Duration.ofSeconds(2);

    static ReadView of(Sync sync, Instant now) {
        String text = sync.reading().stream().map(ReadView::text).collect(Collectors.joining(" · "));
        boolean fetches = sync.status() == SyncStatus.RUNNING && sync.stage() == SyncStage.FETCHING;
        if (!fetches || sync.reading().isEmpty()) {
            return new ReadView(text, 0, 0, null);
        }
        ReadPart part = sync.reading().getLast();
        return new ReadView(text, Math.min(part.done(), part.total()), part.total(), left(part, now));
    }

    /** Rounded down, and 100 only when all is read. */
    public @Nullable String percent() {
        return total == 0 ? null : done * 100 / total + " %";
    }

    /** Such as "3 pages, 230 of 500 endpoints". */
    static String text(ReadPart part) {
        boolean known = part.total() > 0 && part.total() >= part.done();
        String items = Amount.text(part.done()) + (known ? " of " + Amount.text(part.total()) : "");
        return switch (part.part()) {
            case ENDPOINTS ->
                Amount.text(part.pages()) + (part.pages() == 1 ? " page, " : " pages, ") + items + " endpoints";
            case ROWS -> items + " rows of vulnerabilities";
        };
    }

    private static @Nullable String left(ReadPart part, Instant now) {
        Duration elapsed = Duration.between(part.since(), now);
        if (part.done() == 0 || part.total() <= part.done() || elapsed.compareTo(SOON) < 0) {
            return null;
        }
        double pace = (double) elapsed.toMillis() / part.done();
        long seconds = Math.round(pace * (part.total() - part.done()) / 1000);
        if (seconds < 60) {
            return "about " + Math.max(5, (seconds + 4) / 5 * 5) + " s left";
        }
        return seconds < 3_600
                ? "about " + (seconds + 30) / 60 + " min left"
                : "about " + (seconds + 1_800) / 3_600 + " h left";
    }
}
