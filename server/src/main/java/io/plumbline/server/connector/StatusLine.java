package io.plumbline.server.connector;

import io.plumbline.server.platform.page.ReadableTime;
import io.plumbline.server.platform.page.Reader;
import io.plumbline.server.platform.table.Amount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a connector does: a mark, a word, and one sentence such as "Synced 14 min ago, next at 23:00".
 *
 * @param latest null before the first sync
 * @param nextSyncAt null where none is scheduled
 * @param scheduled whether it syncs by itself at all
 */
public record StatusLine(
        ConnectorStatus status,
        @Nullable LatestSync latest,
        @Nullable Instant nextSyncAt,
        boolean scheduled) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int DAYS_CALLED_BY_NAME = 7;

    /** The class of the mark. */
    public String kind() {
        return isSyncing() ? "running" : status.kind();
    }

    public String word() {
        if (isSyncing()) {
            return latest != null && latest.state() == LatestSync.State.RUNNING ? "Syncing" : "Queued";
        }
        return status.word();
    }

    public boolean isSyncing() {
        return status != ConnectorStatus.DELETING && latest != null && latest.isUnderWay();
    }

    /** In one sentence, without its full stop. */
    public String sentence(Reader reader) {
        if (status == ConnectorStatus.DELETING) {
            return "Its data is being removed";
        }
        if (latest == null) {
            return status == ConnectorStatus.DISABLED ? "Never synced" : "Not synced yet" + next(reader);
        }
        return switch (latest.state()) {
            case WAITING -> "Waits for its turn since " + since(latest.queuedAt(), reader);
            case RUNNING -> running(latest, reader);
            case SUCCEEDED -> "Synced " + ago(latest, reader) + warned(latest) + next(reader);
            case FAILED -> problem(latest) + ", " + failed(latest, reader) + next(reader);
            case CANCELLED -> "The last sync was cancelled " + ago(latest, reader) + next(reader);
        };
    }

    /**
     * Says that assets past their retention stay where they are, and how old what is known of them is; empty where they do not stay.
     *
     * @param assetsAsOf null where nothing is known yet
     */
    public Optional<String> retentionPaused(@Nullable Instant assetsAsOf, Reader reader) {
        return switch (status) {
            case CONNECTING, CONNECTED, DELETING -> Optional.empty();
            case FAILED, DISABLED ->
                assetsAsOf == null
                        ? Optional.empty()
                        : Optional.of("Retention paused, data is " + age(assetsAsOf, reader) + " old");
        };
    }

    private static String age(Instant asOf, Reader reader) {
        long days = Duration.between(asOf, reader.now()).toDays();
        return days < 1 ? "less than a day" : Amount.of(days, "day", "days");
    }

    private static String running(LatestSync sync, Reader reader) {
        String rows = sync.done() == 0
                ? ""
                : sync.total() == 0
                        ? ", " + Amount.text(sync.done()) + " rows so far"
                        : ", " + Amount.text(sync.done()) + " of " + Amount.text(sync.total()) + " rows";
        Instant start = sync.startedAt() == null ? sync.queuedAt() : sync.startedAt();
        return sync.stage() + rows + ", since " + since(start, reader);
    }

    private static String warned(LatestSync sync) {
        return sync.warnings().isEmpty() ? "" : " with a warning";
    }

    private static String problem(LatestSync sync) {
        String text = sync.problem() == null ? "no reason is known" : sync.problem();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** The word in front says it too, but where the connector is disabled. */
    private String failed(LatestSync sync, Reader reader) {
        return (status == ConnectorStatus.FAILED ? "" : "failed ") + ago(sync, reader);
    }

    private static String ago(LatestSync sync, Reader reader) {
        return reader.time(sync.finishedAt() == null ? sync.queuedAt() : sync.finishedAt())
                .distance();
    }

    private static String since(Instant start, Reader reader) {
        Duration length = Duration.between(start, reader.now());
        return ReadableTime.span(length.isNegative() ? Duration.ZERO : length);
    }

    private String next(Reader reader) {
        if (status == ConnectorStatus.DISABLED) {
            return "";
        }
        if (nextSyncAt == null) {
            return scheduled ? "" : ", syncs by hand only";
        }
        return nextSyncAt.isAfter(reader.now()) ? ", next " + at(nextSyncAt, reader) : ", the next is due now";
    }

    /** "at 23:00", "tomorrow at 01:00", "on Friday at 01:00", "on 2026-08-14 at 01:00"; says so where that is UTC. */
    static String at(Instant instant, Reader reader) {
        LocalDate today = reader.now().atZone(reader.zone()).toLocalDate();
        LocalDate day = instant.atZone(reader.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, day);
        String clock = "at " + CLOCK.format(instant.atZone(reader.zone()))
                + (reader.zone().equals(ZoneOffset.UTC) ? " UTC" : "");
        if (days == 0) {
            return clock;
        }
        if (days == 1) {
            return "tomorrow " + clock;
        }
        return days < DAYS_CALLED_BY_NAME
                ? "on " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + clock
                : "on " + reader.time(instant).day() + " " + clock;
    }
}
