package io.plumbline.server.sync;

import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.permission.PermissionCheck;
import io.plumbline.server.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Syncs over REST. */
@Needs(Permission.READ)
@RestController
@RequestMapping("/api/v1")
class SyncRest {

    private final Syncs syncs;
    private final SyncReading reading;
    private final SyncListing listing;

    SyncRest(Syncs syncs, SyncReading reading, SyncListing listing) {
        this.syncs = syncs;
        this.reading = reading;
        this.listing = listing;
    }

    /** @param allowMassChange confirms what the guard has stopped */
    record SyncRequest(@Nullable Boolean allowMassChange) {}

    @Needs(Permission.OPERATE)
    @PostMapping(path = "/connectors/{connectorId}/syncs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sync start(
            @PathVariable String connectorId,
            @RequestBody(required = false) @Nullable SyncRequest wish,
            HttpServletRequest request) {
        boolean allow = wish != null && Boolean.TRUE.equals(wish.allowMassChange());
        if (allow) {
            PermissionCheck.require(request, Permission.ADMINISTER);
        }
        return syncs.request(Ids.connector(connectorId), SyncTrigger.MANUAL, allow);
    }

    @GetMapping("/connectors/{connectorId}/syncs")
    Page<Sync> list(@PathVariable String connectorId, @RequestParam MultiValueMap<String, String> parameters) {
        return listing.list(Ids.connector(connectorId), parameters);
    }

    @GetMapping("/syncs/{id}")
    Sync get(@PathVariable String id) {
        return syncs.get(Ids.sync(id));
    }

    @Needs(Permission.OPERATE)
    @PostMapping("/syncs/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sync cancel(@PathVariable String id) {
        return syncs.cancel(Ids.sync(id));
    }

    @GetMapping(path = "/syncs/{id}/log", produces = MediaType.APPLICATION_JSON_VALUE)
    List<LogLine> log(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<LogLine.Level> level,
            @RequestParam(required = false) @Nullable List<SyncStage> stage) {
        long known = Ids.sync(syncs.get(Ids.sync(id)).id());
        return reading.log(known, level == null ? List.of() : level, stage == null ? List.of() : stage);
    }

    @GetMapping(path = "/syncs/{id}/log", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String text(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<LogLine.Level> level,
            @RequestParam(required = false) @Nullable List<SyncStage> stage) {
        return SyncText.of(syncs.get(Ids.sync(id)), log(id, level, stage));
    }
}
