package io.plumbline.server.application.description;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * A call as people and generated clients name it.
 *
 * @param path below {@code /api/v1}; every path variable is written {@code {}}
 * @param id unique among the calls
 * @param status of success
 */
record ApiCall(HttpMethod method, String path, String id, String tag, int status, String summary) {

    private static final String CONNECTORS = "Connectors";
    private static final String SYNCS = "Syncs";
    private static final String VALIDATIONS = "Validation";
    private static final String PREVIEWS = "Preview";
    private static final String INVENTORY = "Inventory";
    private static final String ACCESS = "Access";

    static final List<ApiCall> ALL = List.of(
            new ApiCall(GET, "/connector-types", "listConnectorTypes", CONNECTORS, 200, "The connectors there are"),
            new ApiCall(GET, "/connectors", "listConnectors", CONNECTORS, 200, "The connectors that are configured"),
            new ApiCall(
                    POST, "/connectors", "createConnector", CONNECTORS, 201, "Creates one and starts its first sync"),
            new ApiCall(GET, "/connectors/{}", "getConnector", CONNECTORS, 200, "One connector"),
            new ApiCall(PATCH, "/connectors/{}", "changeConnector", CONNECTORS, 200, "Changes what the body names"),
            new ApiCall(
                    DELETE, "/connectors/{}", "deleteConnector", CONNECTORS, 202, "Deletes it and all it has brought"),
            new ApiCall(
                    POST, "/connectors/test", "testNewConnector", CONNECTORS, 200, "Tests settings, storing nothing"),
            new ApiCall(
                    POST, "/connectors/{}/test", "testConnector", CONNECTORS, 200, "Tests it, with changes if given"),
            new ApiCall(POST, "/connectors/{}/enable", "enableConnector", CONNECTORS, 200, "Lets it sync again"),
            new ApiCall(POST, "/connectors/{}/disable", "disableConnector", CONNECTORS, 200, "Stops it from syncing"),
            new ApiCall(POST, "/connectors/{}/syncs", "startSync", SYNCS, 202, "Syncs now"),
            new ApiCall(GET, "/connectors/{}/syncs", "listSyncs", SYNCS, 200, "Its syncs, the newest first"),
            new ApiCall(GET, "/syncs/{}", "getSync", SYNCS, 200, "One sync"),
            new ApiCall(GET, "/syncs/{}/log", "getSyncLog", SYNCS, 200, "What a sync did, as JSON or text"),
            new ApiCall(POST, "/syncs/{}/cancel", "cancelSync", SYNCS, 202, "Stops a sync that is queued or running"),
            new ApiCall(
                    POST,
                    "/connectors/{}/validations",
                    "startValidation",
                    VALIDATIONS,
                    202,
                    "Compares the inventory with what the vendor has now"),
            new ApiCall(
                    GET,
                    "/connectors/{}/validations",
                    "listValidations",
                    VALIDATIONS,
                    200,
                    "What came of comparing them, the newest first"),
            new ApiCall(GET, "/connectors/{}/validations/{}", "getValidation", VALIDATIONS, 200, "One validation"),
            new ApiCall(
                    POST,
                    "/connectors/{}/previews",
                    "startPreview",
                    PREVIEWS,
                    202,
                    "Computes what a sync would change, with changed data pulling if given"),
            new ApiCall(GET, "/connectors/{}/previews/{}", "getPreview", PREVIEWS, 200, "What a sync would change"),
            new ApiCall(GET, "/assets", "listAssets", INVENTORY, 200, "Assets, or an export of them"),
            new ApiCall(GET, "/assets/{}", "getAsset", INVENTORY, 200, "One asset"),
            new ApiCall(GET, "/weaknesses", "listWeaknesses", INVENTORY, 200, "Weaknesses, or an export of them"),
            new ApiCall(GET, "/weaknesses/{}", "getWeakness", INVENTORY, 200, "One weakness"),
            new ApiCall(GET, "/findings", "listFindings", INVENTORY, 200, "Findings, or an export of them"),
            new ApiCall(GET, "/findings/{}", "getFinding", INVENTORY, 200, "One finding"),
            new ApiCall(GET, "/summary", "getSummary", INVENTORY, 200, "The inventory in a few figures"),
            new ApiCall(GET, "/tokens", "listTokens", ACCESS, 200, "The tokens of programs, the newest first"),
            new ApiCall(POST, "/tokens", "createToken", ACCESS, 201, "Makes a token and tells it this once"),
            new ApiCall(DELETE, "/tokens/{}", "revokeToken", ACCESS, 204, "Revokes a token"),
            new ApiCall(GET, "/audit", "listAuditEvents", ACCESS, 200, "Who did what, or an export of it"));

    static Optional<ApiCall> of(HttpMethod method, String path) {
        String below = path.replaceFirst("^/api/v1", "").replaceAll("\\{[^}]*}", "{}");
        return ALL.stream()
                .filter(call -> call.method.equals(method) && call.path.equals(below))
                .findFirst();
    }
}
