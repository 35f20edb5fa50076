package io.plumbline.server.rest;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a call answered. */
public record RestReply(int status, JsonNode body) {

    /** One member of each item of a list. */
    public List<String> items(String member) {
        return body.get("items")
                .valueStream()
                .map(item -> item.get(member).asString())
                .toList();
    }

    public long total() {
        return body.get("total").longValue();
    }

    public List<String> errorFields() {
        return body.path("errors")
                .valueStream()
                .map(error -> error.get("field").stringValue())
                .toList();
    }
}
