package io.plumbline.connector.cortexxdr.xql;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code get_query_results} said of a query, rows aside.
 *
 * @param status upper case
 * @param announced {@code number_of_results}, where it is given
 * @param rows how many came inline
 * @param streamId where the rows are to be had instead
 * @param error what is said of a failure
 */
record QueryOutcome(String status, OptionalLong announced, long rows, Optional<String> streamId, String error) {

    boolean isPending() {
        return status.equals("PENDING") || status.equals("RUNNING");
    }
}
