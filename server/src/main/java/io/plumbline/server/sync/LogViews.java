package io.plumbline.server.sync;

import io.plumbline.server.platform.table.Address;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.sync.LogLines.Filter;
import io.plumbline.server.sync.LogLines.Placed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Puts the logs of syncs together for their pages. Safe for many threads. */
@Component
final class LogViews {

    /** As many lines as one page shows unless all are asked for. */
    static final int SHOWN = 1_000;

    /** The last lines of a run are written just after its record is closed. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private static final List<SyncStage> STAGES = List.of(SyncStage.values());

    private final LogLines lines;
    private final LogRetention retention;
    private final Clock clock;

    LogViews(LogLines lines, LogRetention retention, Clock clock) {
        this.lines = lines;
        this.retention = retention;
        this.clock = clock;
    }

    /** @param others parameters of the page that are not the log's */
    LogView of(Sync sync, MultiValueMap<String, String> parameters, Set<String> others) {
        ListQuery query = new ListQuery(without(parameters, others), Set.of("level", "stage", "all"));
        Filter filter = filter(query);
        boolean all = query.flag("all", false);
        query.refuseErrors();
        long id = Long.parseLong(sync.id());
        List<Placed> shown = lines.last(id, filter, all ? SyncLog.MOST_LINES * 2 : SHOWN);
        long earlier = shown.size() < SHOWN || all ? 0 : lines.count(id, filter) - shown.size();
        Address address = address(sync, filter);
        return new LogView(
                tail(sync, filter, shown, LogLines.START),
                Math.max(0, earlier),
                address.set("all", "true").url(),
                Choice.of(Arrays.asList(LogLine.Level.values()), SyncWords::of, filter.levels(), "level", address),
                Choice.of(STAGES, SyncWords::of, filter.stages(), "stage", address),
                filter.isSet() ? SyncPaths.one(sync) : null,
                new Address(SyncPaths.one(sync) + "/log.txt", address.query()).url(),
                shown.isEmpty() ? nothing(sync, filter) : null);
    }

    /** What has been written since the line that the address names. */
    LogView.Tail tail(Sync sync, MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, Set.of("level", "stage", "after"));
        Filter filter = filter(query);
        String after = query.one("after").orElse("");
        if (!after.matches("-1|[0-9]{1,9}")) {
            query.error("after", "Must be the number of a line.");
        }
        query.refuseErrors();
        int position = Integer.parseInt(after);
        return tail(sync, filter, lines.after(Long.parseLong(sync.id()), filter, position), position);
    }

    Filter filter(MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, Set.of("level", "stage", "all"));
        Filter filter = filter(query);
        query.refuseErrors();
        return filter;
    }

    private static Filter filter(ListQuery query) {
        return new Filter(query.words("level", LogLine.Level.class), query.words("stage", SyncStage.class));
    }

    private LogView.Tail tail(Sync sync, Filter filter, List<Placed> some, int before) {
        int position = some.stream().mapToInt(Placed::position).max().orElse(before);
        return new LogView.Tail(
                some.stream().map(placed -> LogView.Line.of(placed.line())).toList(),
                mayGrow(sync) ? next(sync, filter, Math.max(before, position)) : null);
    }

    private boolean mayGrow(Sync sync) {
        @Nullable Instant end = sync.finishedAt();
        return end == null || clock.instant().isBefore(end.plus(LAST_WORDS));
    }

    private static String next(Sync sync, Filter filter, int position) {
        Address page = address(sync, filter);
        return new Address(SyncPaths.one(sync) + "/log", page.query())
                .set("after", Integer.toString(position))
                .url();
    }

    private static Address address(Sync sync, Filter filter) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        filter.levels().forEach(level -> parameters.add("level", level.name()));
        filter.stages().forEach(stage -> parameters.add("stage", stage.name()));
        return Address.of(SyncPaths.one(sync), parameters);
    }

    private static MultiValueMap<String, String> without(MultiValueMap<String, String> parameters, Set<String> others) {
        MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(parameters);
        others.forEach(rest::remove);
        return rest;
    }

    private String nothing(Sync sync, Filter filter) {
        if (filter.isSet()) {
            return "No line passes these filters.";
        }
        if (sync.finishedAt() == null) {
            return "Lines come as the sync goes.";
        }
        return retention.isOver(sync.finishedAt())
                ? "The lines of this log have gone: they are kept for " + retention.days() + " days."
                : "This sync has written nothing.";
    }
}
