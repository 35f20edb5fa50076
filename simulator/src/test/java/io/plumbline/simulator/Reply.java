package io.plumbline.simulator;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant answered, before any decompression. */
final class Reply {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int status;
    private final String contentType;
    private final String contentEncoding;
    private final byte[] bytes;

    Reply(int status, String contentType, String contentEncoding, byte[] bytes) {
        this.status = status;
        this.contentType = contentType;
        this.contentEncoding = contentEncoding;
        this.bytes = bytes;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    String contentEncoding() {
        return contentEncoding;
    }

    byte[] bytes() {
        return bytes;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(bytes);
    }

    /** What is under {@code reply}. */
    JsonNode reply() {
        return json().path("reply");
    }
}
