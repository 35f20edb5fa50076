package io.plumbline.connector.cortexxdr.xql;

import java.time.Duration;

/**
 * How a query is waited for.
 *
 * @param interval between two questions, doubling up to {@code longestInterval}
 * @param limit after which a query that is still pending counts as lost
 * @param patience how long to go on asking where the tenant runs as many queries as it allows: others' mostly
 *     take seconds, and who waits longer is to be told why
 */
public record QueryTiming(Duration interval, Duration longestInterval, Duration limit, Duration patience) {

    /** Queries over vulnerabilities take seconds; the vendor ends any after an hour. */
    public static final QueryTiming OF_SYNC = new QueryTiming(
            Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofMinutes(1));

    /** For a person who waits at a form. */
    public static final QueryTiming OF_TEST = new QueryTiming(
            Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(1));
}
