package io.plumbline.server.sync;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorHeaders;
import io.plumbline.server.connector.Connectors;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.permission.PermissionCheck;
import io.plumbline.server.platform.table.Address;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The syncs of a connector as a tab, and the button that starts one. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/connectors/{connectorId}/syncs")
class SyncLogsPages {

    private final Pages pages;
    private final Connectors connectors;
    private final ConnectorHeaders headers;
    private final SyncLogsTab tab;
    private final Syncs syncs;
    private final SyncReading reading;
    private final SyncListing listing;
    private final LogRetention retention;
    private final Clock clock;

    SyncLogsPages(
            Pages pages,
            Connectors connectors,
            ConnectorHeaders headers,
            SyncLogsTab tab,
            Syncs syncs,
            SyncReading reading,
            SyncListing listing,
            LogRetention retention,
            Clock clock) {
        this.pages = pages;
        this.connectors = connectors;
        this.headers = headers;
        this.tab = tab;
        this.syncs = syncs;
        this.reading = reading;
        this.listing = listing;
        this.retention = retention;
        this.clock = clock;
    }

    @GetMapping
    View list(@PathVariable String connectorId, @RequestParam MultiValueMap<String, String> parameters) {
        Connector connector = connectors.get(connectorId);
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(parameters);
        @Nullable List<String> from = asked.remove("from");
        Page<Sync> found = listing.list(connector.id(), asked);
        Address address = Address.of(SyncPaths.all(connector.id()), parameters);
        long before = before(from, address);
        long to = before + found.items().size();
        Instant now = clock.instant();
        return pages.page(
                Section.CONNECTORS,
                "Sync logs of " + connector.name(),
                "sync/list",
                new SyncLogsPage(
                        headers.of(connector, tab),
                        found.total(),
                        found.items().stream()
                                .map(sync -> SyncView.of(sync, now))
                                .toList(),
                        statuses(address),
                        address.all("status").isEmpty()
                                ? null
                                : address.remove("status").url(),
                        address.url(),
                        new Amount(found.total(), true).span(before + 1, to),
                        address.all("cursor").isEmpty()
                                ? null
                                : address.remove("cursor").url(),
                        found.nextCursor() == null
                                ? null
                                : address.next(found.nextCursor(), to).url(),
                        retention.days()));
    }

    /**
     * Starts a sync. Where one is under way already, that is shown: whoever wants a sync gets one.
     *
     * @param stopped the sync that the mass-change guard has stopped, where it is to be confirmed
     */
    @Needs(Permission.OPERATE)
    @PostMapping
    View start(
            @PathVariable String connectorId,
            @RequestParam(required = false) @Nullable String stopped,
            @RequestParam(defaultValue = "false") boolean allowMassChange,
            HttpServletRequest request) {
        if (allowMassChange || stopped != null) {
            PermissionCheck.require(request, Permission.ADMINISTER);
        }
        int connector = Ids.connector(connectorId);
        if (stopped != null && !allowMassChange) {
            return SeeOther.at(SyncPaths.one(syncs.get(Ids.sync(stopped))) + "?note=" + SyncNote.UNCONFIRMED.word());
        }
        try {
            return SeeOther.at(SyncPaths.one(syncs.request(connector, SyncTrigger.MANUAL, allowMassChange)));
        } catch (Conflict conflict) {
            return underWay(connector)
                    .map(sync -> SeeOther.at(SyncPaths.one(sync) + "?note=" + SyncNote.ALREADY.word()))
                    .orElseThrow(() -> conflict);
        }
    }

    private Optional<Sync> underWay(int connector) {
        return reading.list(connector, List.of(SyncStatus.QUEUED, SyncStatus.RUNNING), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    private static List<Choice> statuses(Address address) {
        List<SyncStatus> chosen = Arrays.stream(SyncStatus.values())
                .filter(status -> address.has("status", status.name()))
                .toList();
        return Choice.of(Arrays.asList(SyncStatus.values()), SyncWords::of, chosen, "status", address);
    }

    /** Only for the reader's eye: how many syncs stand on the pages before. */
    private static long before(@Nullable List<String> from, Address address) {
        String given = from == null ? "" : String.join("", from);
        return given.matches("[0-9]{1,9}") && !address.all("cursor").isEmpty() ? Long.parseLong(given) : 0;
    }
}
