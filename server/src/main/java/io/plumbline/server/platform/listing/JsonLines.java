package io.plumbline.server.platform.listing;

import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON document per line, each the record's representation as the API shows it.
 *
 * @param mapper the API's own; writes no line breaks
 */
record JsonLines<T>(JsonMapper mapper) implements ExportFormat<T> {

    @Override
    public String contentType() {
        return Exports.NDJSON;
    }

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(T item) {
        return mapper.writeValueAsString(item) + "\n";
    }
}
