package io.plumbline.connector.cortexxdr.xql;

import java.io.IOException;
import tools.jackson.core.JsonParser;

/** Takes the rows of a result one by one as they arrive. */
@FunctionalInterface
public interface RowReader {

    /** @param parser at the row's opening brace; to be left at its closing one */
    void row(JsonParser parser) throws IOException, InterruptedException;

    /** So many rows are to come; told only where that is known before the first. */
    default void expect(long rows) {}
}
