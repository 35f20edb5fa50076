package io.plumbline.connector.cortexxdr.xql;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import java.util.OptionalLong;

/**
 * How many rows a query that succeeded gave.
 *
 * @param announced {@code number_of_results}, where it was given
 * @param streamed whether they came as lines, which may end early unnoticed, and not in one list
 * @param cut whether as many rows came as a stream gives at most
 */
public record QueryRows(long read, OptionalLong announced, boolean streamed, boolean cut) {

    /** @throws ConnectorException {@link ErrorCode#INCOMPLETE_RESPONSE} where rows are missing, or may be */
    public void requireAll() {
        if (streamed && announced.isEmpty()) {
            throw incomplete("The query did not say how many rows it has: nothing shows that the " + read
                    + " that came are all.");
        }
        if (read < announced.orElse(0)) {
            throw incomplete("The query announced " + announced.getAsLong() + " rows and gave " + read + ".");
        }
        if (cut) {
            throw incomplete("The result was cut after " + read + " rows, the most that a stream gives.");
        }
    }

    private static ConnectorException incomplete(String sentence) {
        return new ConnectorException(
                ErrorCode.INCOMPLETE_RESPONSE, sentence, "Sync again; if it happens again, report it.", null, null);
    }
}
