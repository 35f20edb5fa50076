package io.plumbline.server.sync;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.Connectors;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One sync as a page that follows it while it runs. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/connectors/{connectorId}/syncs/{syncId}")
class SyncPages {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Pages pages;
    private final Connectors connectors;
    private final Syncs syncs;
    private final SyncReading reading;
    private final LogViews logs;
    private final Clock clock;

    SyncPages(Pages pages, Connectors connectors, Syncs syncs, SyncReading reading, LogViews logs, Clock clock) {
        this.pages = pages;
        this.connectors = connectors;
        this.syncs = syncs;
        this.reading = reading;
        this.logs = logs;
        this.clock = clock;
    }

    @GetMapping
    View one(
            @PathVariable String connectorId,
            @PathVariable String syncId,
            @RequestParam MultiValueMap<String, String> parameters) {
        Sync sync = find(connectorId, syncId);
        Connector connector = connectors.get(connectorId);
        Optional<SyncNote> note = SyncNote.of(parameters.getFirst("note"));
        SyncView view = SyncView.of(sync, clock.instant());
        boolean again = view.ended() && connector.syncable() && isNewest(connector, sync);
        return pages.page(
                Section.CONNECTORS,
                "Sync " + sync.id() + " of " + connector.name(),
                "sync/page",
                new SyncPage(
                        connector.name(),
                        view,
                        logs.of(sync, parameters, Set.of("note")),
                        note.map(SyncNote::sentence).orElse(null),
                        new SyncPage.May(
                                again,
                                again && view.stoppedByGuard(),
                                note.equals(Optional.of(SyncNote.UNCONFIRMED)))));
    }

    /** @param seen what the reader has been told last */
    @GetMapping("/progress")
    View progress(
            @PathVariable String connectorId,
            @PathVariable String syncId,
            @RequestParam(defaultValue = "") String seen) {
        SyncView view = SyncView.of(find(connectorId, syncId), clock.instant());
        String now = view.news();
        return pages.page(
                Section.CONNECTORS, "Sync", "sync/progress", new SyncProgress(view, now.equals(seen) ? "" : now));
    }

    /** The lines since the one that {@code after} names; no content where there are none yet. */
    @GetMapping("/log")
    @Nullable
    Object log(
            @PathVariable String connectorId,
            @PathVariable String syncId,
            @RequestParam MultiValueMap<String, String> parameters) {
        LogView.Tail tail = logs.tail(find(connectorId, syncId), parameters);
        return tail.lines().isEmpty() && tail.next() != null
                ? ResponseEntity.noContent().build()
                : pages.page(Section.CONNECTORS, "Log", "sync/tail", tail);
    }

    @GetMapping("/log.txt")
    ResponseEntity<byte[]> text(
            @PathVariable String connectorId,
            @PathVariable String syncId,
            @RequestParam MultiValueMap<String, String> parameters) {
        Sync sync = find(connectorId, syncId);
        LogLines.Filter filter = logs.filter(parameters);
        List<LogLine> lines = reading.log(Long.parseLong(sync.id()), filter.levels(), filter.stages());
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("sync-" + sync.id() + ".txt")
                                .build()
                                .toString())
                .body(SyncText.of(sync, lines).getBytes(StandardCharsets.UTF_8));
    }

    @Needs(Permission.OPERATE)
    @PostMapping("/cancel")
    View cancel(@PathVariable String connectorId, @PathVariable String syncId) {
        Sync sync = find(connectorId, syncId);
        try {
            return SeeOther.at(SyncPaths.one(syncs.cancel(Long.parseLong(sync.id()))));
        } catch (Conflict tooLate) {
            return SeeOther.at(SyncPaths.one(sync) + "?note=" + SyncNote.TOO_LATE.word());
        }
    }

    private Sync find(String connectorId, String syncId) {
        Sync sync = syncs.get(Ids.sync(syncId));
        if (!sync.connectorId().equals(connectorId)) {
            throw new NotFound("This connector has no sync with the id " + syncId + ".");
        }
        return sync;
    }

    private boolean isNewest(Connector connector, Sync sync) {
        return reading.list(connector.id(), List.of(), Long.MAX_VALUE, 1).stream()
                .anyMatch(newest -> newest.id().equals(sync.id()));
    }
}
