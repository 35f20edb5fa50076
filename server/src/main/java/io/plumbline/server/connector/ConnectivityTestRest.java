package io.plumbline.server.connector;

import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The connectivity test over REST. A check that fails is an answer, not an error. */
@Needs(Permission.ADMINISTER)
@RestController
@RequestMapping("/api/v1/connectors")
class ConnectivityTestRest {

    private final Connectors connectors;
    private final ConnectivityTests tests;
    private final ConnectorJson json;

    ConnectivityTestRest(Connectors connectors, ConnectivityTests tests, ConnectorJson json) {
        this.connectors = connectors;
        this.tests = tests;
        this.json = json;
    }

    @PostMapping(path = "/test", consumes = MediaType.APPLICATION_JSON_VALUE)
    ConnectivityReport test(@RequestBody byte[] body) throws InterruptedException {
        return tests.test(json.body(body));
    }

    /** The body changes what is stored for this test only, as a merge patch; without one the connector is tested as it is. */
    @PostMapping(
            path = "/{id}/test",
            consumes = {ConnectorRest.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ConnectivityReport test(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body)
            throws InterruptedException {
        ObjectNode patch = body == null || body.length == 0 ? JsonNodeFactory.instance.objectNode() : json.body(body);
        return tests.test(connectors.get(id), patch);
    }
}
