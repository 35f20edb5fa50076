package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description, compared with the API. */
class ApiDocumentTest {

    private static RunningServer server;
    private static JsonNode document;

    @BeforeAll
    static void read(@TempDir Path data) throws Exception {
        server = RunningServer.start(data.resolve("data"));
        document = new JsonMapper().readTree(server.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A call in the form {@code GET /api/v1/assets}. */
    private record Described(String call, JsonNode operation) {}

    @Test
    void everyRouteOfTheApiIsDescribedAndNothingElse() {
        assertThat(described()).extracting(Described::call).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void everyCallHasANameOfItsOwnAndASummary() {
        assertThat(described())
                .extracting(
                        described -> described.operation().path("operationId").asString())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+[A-Za-z]*"));
        assertThat(described()).allSatisfy(described -> {
            assertThat(described.operation().path("summary").asString(""))
                    .as(described.call())
                    .isNotBlank();
            assertThat(described.operation().path("tags")).as(described.call()).hasSize(1);
        });
    }

    @Test
    void theDocumentSaysWhatItIsAndThatABearerTokenIsNeeded() {
        assertThat(document.at("/info/title").asString()).isEqualTo("Plumbline");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").has("bearer")).isTrue();
    }

    @Test
    void refusalsAreProblemsInEveryCall() {
        assertThat(described())
                .allSatisfy(described -> described.operation().path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("4"))
                        .forEach(response -> assertThat(response.getValue()
                                        .at("/content/application~1problem+json/schema/$ref")
                                        .asString())
                                .isEqualTo("#/components/schemas/ProblemDetail")));
        assertThat(described())
                .allSatisfy(described -> assertThat(
                                described.operation().path("responses").has("401"))
                        .as(described.call())
                        .isTrue());
    }

    @Test
    void statusesOfSuccessAreThoseThatTheCallsAnswerWith() {
        assertThat(responses("POST /api/v1/connectors")).contains("201").doesNotContain("200");
        assertThat(responses("DELETE /api/v1/connectors/{id}")).contains("202", "404", "412");
        assertThat(responses("GET /api/v1/connectors")).contains("200", "400").doesNotContain("404", "409");
    }

    @Test
    void aConnectorsBodyIsDescribedAsOne() {
        assertThat(operation("POST /api/v1/connectors")
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/ConnectorView");
        JsonNode connector = document.at("/components/schemas/ConnectorView/properties");
        assertThat(connector.at("/status/readOnly").asBoolean()).isTrue();
        assertThat(connector.at("/name").has("readOnly")).isFalse();
    }

    @Test
    void whatMayBeNullIsToldFromWhatIsAlwaysThere() {
        JsonNode sync = document.at("/components/schemas/Sync");

        assertThat(sync.at("/properties/finishedAt/type").toString()).contains("null", "string");
        assertThat(sync.at("/properties/queuedAt/type").toString()).isEqualTo("\"string\"");
        assertThat(sync.path("required").toString()).contains("\"finishedAt\"", "\"queuedAt\"");
    }

    @Test
    void whereThereMayBeNoneOfSomeValuesNullIsOneOfThem() {
        JsonNode reason = document.at("/components/schemas/Asset/properties/archivedReason");

        assertThat(reason.path("type").toString()).contains("null");
        assertThat(reason.path("enum")).extracting(JsonNode::isNull).contains(true);
    }

    @Test
    void theLastPageOfAListHasNoNextCursor() {
        JsonNode page = document.at("/components/schemas/PageAsset");

        assertThat(page.at("/properties/nextCursor/type").toString()).contains("null");
        assertThat(page.path("required").toString()).contains("\"items\"", "\"total\"", "\"nextCursor\"");
    }

    @Test
    void listsTellTheirParameters() {
        assertThat(operation("GET /api/v1/connectors/{connectorId}/syncs").path("parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .contains("connectorId", "limit", "cursor", "status")
                .doesNotContain("parameters");
    }

    @Test
    void listsOfTheInventoryAnswerInThreeForms() {
        JsonNode list = operation("GET /api/v1/assets");

        assertThat(list.at("/responses/200/content").propertyNames())
                .containsExactlyInAnyOrder("application/json", "application/x-ndjson", "text/csv");
        assertThat(list.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/PageAsset");
        assertThat(list.at("/responses/200/content/text~1csv/schema/type").asString())
                .isEqualTo("string");
        assertThat(list.at("/responses/200/content/application~1x-ndjson/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Asset");
        assertThat(list.path("responses").propertyNames()).contains("406", "429");
        assertThat(operation("GET /api/v1/connectors").path("responses").propertyNames())
                .doesNotContain("429");
        assertThat(document.at("/components/schemas/OpenFindings/properties").propertyNames())
                .contains("CRITICAL", "INFO");
    }

    /** What Spring would answer, whatever springdoc thinks of it. */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    for (String path : mapping.getPatternValues()) {
                        if (path.startsWith("/api/v1/") && !path.startsWith("/api/v1/openapi")) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> routes.add(method + " " + path));
                        }
                    }
                });
        return routes;
    }

    private static List<Described> described() {
        List<Described> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Described(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue()))));
        return all;
    }

    private static JsonNode operation(String call) {
        return described().stream()
                .filter(described -> described.call().equals(call))
                .findFirst()
                .orElseThrow()
                .operation();
    }

    private static List<String> responses(String call) {
        return List.copyOf(operation(call).path("responses").propertyNames());
    }
}
