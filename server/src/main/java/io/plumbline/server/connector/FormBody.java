package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a form into the JSON that a program would send, so that one reading judges both. What a form does not ask is not mentioned:
 * a new connector gets its default, a stored one keeps it.
 */
final class FormBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FormBody() {}

    static ObjectNode creation(ConnectorDescriptor type, FormValues values) {
        return patch(type, values).put("type", type.id());
    }

    /** A field that was emptied is null, which means its default; a secret that was left empty stays. */
    static ObjectNode patch(ConnectorDescriptor type, FormValues values) {
        ObjectNode body = JSON.objectNode();
        body.set("name", textOrNull(values, "name"));
        body.set("settings", settings(type, values));
        body.set("dataPulling", dataPulling(values));
        body.set("connection", connection(values));
        body.set("schedule", schedule(values));
        return body;
    }

    private static ObjectNode settings(ConnectorDescriptor type, FormValues values) {
        ObjectNode settings = JSON.objectNode();
        for (Setting setting : type.settings()) {
            JsonNode value = textOrNull(values, "settings." + setting.key());
            if (!setting.secret() || !value.isNull()) {
                settings.set(setting.key(), value);
            }
        }
        return settings;
    }

    private static ObjectNode connection(FormValues values) {
        ObjectNode connection = JSON.objectNode();
        for (String text : List.of("proxyUrl", "proxyUser", "trustedCa")) {
            connection.set(text, textOrNull(values, "connection." + text));
        }
        JsonNode password = textOrNull(values, EnteredSecrets.PROXY_PASSWORD);
        if (!password.isNull()) {
            connection.set("proxyPassword", password);
        }
        connection.set("requestsPerSecond", numberOrNull(values, "connection.requestsPerSecond"));
        return connection;
    }

    private static ObjectNode dataPulling(FormValues values) {
        ObjectNode pulling = JSON.objectNode();
        pulling.set("ingest", textOrNull(values, "dataPulling.ingest"));
        for (String number :
                List.of("assetRetentionDays", "maxEndpoints", "massChangeGuardPercent", "purgeAfterDays")) {
            pulling.set(number, numberOrNull(values, "dataPulling." + number));
        }
        pulling.set(
                "removeAssetsWithStatus",
                list(Stream.concat(
                        values.texts("dataPulling.removeAssetsWithStatus").stream(),
                        Arrays.stream(values.text("dataPulling.otherStatuses").split(",", -1)))));
        pulling.put(
                "includeExcluded", values.text("dataPulling.includeExcluded").equals("true"));
        return pulling;
    }

    private static JsonNode schedule(FormValues values) {
        if (values.text("schedule.mode").equals(FormValues.BY_HAND)) {
            return JSON.nullNode();
        }
        ObjectNode schedule = JSON.objectNode();
        schedule.set("times", list(values.texts("schedule.times").stream()));
        schedule.set("days", list(values.texts("schedule.days").stream()));
        schedule.set("timeZone", textOrNull(values, "schedule.timeZone"));
        return schedule;
    }

    private static ArrayNode list(Stream<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.map(String::strip).filter(text -> !text.isEmpty()).forEach(list::add);
        return list;
    }

    private static JsonNode textOrNull(FormValues values, String name) {
        String text = values.text(name);
        return text.isEmpty() ? JSON.nullNode() : JSON.stringNode(text);
    }

    /** What is no number stays the text it is, for the reading to refuse. */
    private static JsonNode numberOrNull(FormValues values, String name) {
        String text = values.text(name);
        return text.matches("-?[0-9]{1,18}") ? JSON.numberNode(Long.parseLong(text)) : textOrNull(values, name);
    }
}
