package io.plumbline.server.connector;

import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Connectors over REST. Bodies are read as JSON trees: an absent field and one that is null differ. */
@Needs(Permission.READ)
@RestController
@RequestMapping("/api/v1/connectors")
class ConnectorRest {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final Connectors connectors;
    private final ConnectorListing listing;
    private final ConnectorChanges changes;
    private final ConnectorViews views;
    private final ConnectorJson json;

    ConnectorRest(
            Connectors connectors,
            ConnectorListing listing,
            ConnectorChanges changes,
            ConnectorViews views,
            ConnectorJson json) {
        this.connectors = connectors;
        this.listing = listing;
        this.changes = changes;
        this.views = views;
        this.json = json;
    }

    @GetMapping
    Page<ConnectorView> list(@RequestParam MultiValueMap<String, String> parameters) {
        return listing.page(parameters);
    }

    @Needs(Permission.ADMINISTER)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ConnectorView> create(@RequestBody byte[] body, @RequestParam(defaultValue = "true") boolean sync) {
        Connector created = changes.create(json.body(body), sync);
        return ResponseEntity.created(URI.create("/api/v1/connectors/" + created.id()))
                .eTag(IfMatch.tagOf(created))
                .body(views.of(created));
    }

    /**
     * The tag stands for the revision, on which changes are conditional. It is set past Spring, which would otherwise answer 304
     * to If-None-Match although counts and status move without a new revision.
     */
    @GetMapping("/{id}")
    ConnectorView get(@PathVariable String id, HttpServletResponse response) {
        Connector connector = connectors.get(id);
        response.setHeader(HttpHeaders.ETAG, IfMatch.tagOf(connector));
        return views.of(connector);
    }

    @Needs(Permission.ADMINISTER)
    @PatchMapping(
            path = "/{id}",
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<ConnectorView> change(
            @PathVariable String id,
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean sync,
            @RequestParam(defaultValue = "false") boolean confirmTenantChange) {
        int known = connectors.get(id).id();
        return shown(changes.change(known, new IfMatch(ifMatch), json.body(body), sync, confirmTenantChange));
    }

    @Needs(Permission.ADMINISTER)
    @PostMapping("/{id}/enable")
    ResponseEntity<ConnectorView> enable(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return shown(changes.setEnabled(connectors.get(id).id(), new IfMatch(ifMatch), true));
    }

    @Needs(Permission.ADMINISTER)
    @PostMapping("/{id}/disable")
    ResponseEntity<ConnectorView> disable(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return shown(changes.setEnabled(connectors.get(id).id(), new IfMatch(ifMatch), false));
    }

    @Needs(Permission.ADMINISTER)
    @DeleteMapping("/{id}")
    ResponseEntity<ConnectorView> delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Connector deleting = changes.delete(connectors.get(id).id(), new IfMatch(ifMatch));
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(views.of(deleting));
    }

    private ResponseEntity<ConnectorView> shown(Connector connector) {
        return ResponseEntity.ok().eTag(IfMatch.tagOf(connector)).body(views.of(connector));
    }
}
