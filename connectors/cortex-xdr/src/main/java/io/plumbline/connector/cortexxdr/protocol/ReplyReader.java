package io.plumbline.connector.cortexxdr.protocol;

import java.io.IOException;
import tools.jackson.core.JsonParser;

/**
 * Reads the body of a 2xx reply as it arrives.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface ReplyReader<T> {

    /**
     * @param parser before the first token; its errors, and those of the stream below it, are the client's to name
     * @throws ShapeException where the JSON is not what the call answers with
     */
    T read(JsonParser parser) throws IOException, InterruptedException;
}
