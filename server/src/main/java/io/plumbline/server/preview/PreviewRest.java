package io.plumbline.server.preview;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.Connectors;
import io.plumbline.server.connector.DataPullingTrials;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Previews over REST. */
@Needs(Permission.READ)
@RestController
@RequestMapping("/api/v1/connectors/{connectorId}/previews")
class PreviewRest {

    private final Connectors connectors;
    private final DataPullingTrials trials;
    private final Previews previews;

    PreviewRest(Connectors connectors, DataPullingTrials trials, Previews previews) {
        this.connectors = connectors;
        this.trials = trials;
        this.previews = previews;
    }

    /** @param body a merge patch that names {@code dataPulling} alone; absent: the connector as it is set */
    @Needs(Permission.OPERATE)
    @PostMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    PreviewView start(@PathVariable String connectorId, @RequestBody(required = false) byte @Nullable [] body) {
        Connector connector = connectors.get(connectorId);
        return previews.request(
                connector,
                body == null || body.length == 0 ? Optional.empty() : Optional.of(trials.of(connector, body)));
    }

    @GetMapping("/{id}")
    PreviewView get(@PathVariable String connectorId, @PathVariable String id) {
        return previews.get(connectors.get(connectorId), id);
    }
}
