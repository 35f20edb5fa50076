package io.plumbline.connector.cortexxdr.protocol;

import java.time.Duration;

/** The calls this connector makes. All but the health check are POST with a JSON body. */
public enum VendorCall {
    HEALTH_CHECK("/public_api/v1/healthcheck", "answer a health check", Body.SMALL),
    TENANT_INFO("/public_api/v1/system/get_tenant_info", "read the tenant's licences", Body.SMALL),
    GET_ENDPOINT("/public_api/v1/endpoints/get_endpoint", "read endpoints", Body.SMALL),
    QUOTA("/public_api/v1/xql/get_quota", "read the XQL quota", Body.SMALL),
    DATASETS("/public_api/v1/xql/get_datasets", "list datasets", Body.SMALL),
    START_QUERY("/public_api/v1/xql/start_xql_query", "start an XQL query", Body.SMALL),
    QUERY_RESULTS("/public_api/v1/xql/get_query_results", "read the results of an XQL query", Body.ROWS),
    QUERY_STREAM("/public_api/v1/xql/get_query_results_stream", "stream the results of an XQL query", Body.ROWS);

    /** SMALL is read whole before anything is done with it; ROWS go on as they arrive. */
    private enum Body {
        SMALL,
        ROWS
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** A hundred endpoints are some 200 KB. */
    private static final long SMALL_BODY_BYTES = 64L << 20;

    /** A million rows of 16 KB: past this it is no result but a bomb. */
    private static final long ROWS_BODY_BYTES = 16L << 30;

    private static final Duration LONGEST_SMALL_BODY = Duration.ofMinutes(10);

    /** Rows wait for the database that takes them in. */
    private static final Duration LONGEST_ROWS_BODY = Duration.ofHours(6);

    private final String path;
    private final String purpose;
    private final Body body;

    VendorCall(String path, String purpose, Body body) {
        this.path = path;
        this.purpose = purpose;
        this.body = body;
    }

    /** With the slash in front, without one behind: tenants accept both. */
    public String path() {
        return path;
    }

    /** Completes "the key may not …". */
    String purpose() {
        return purpose;
    }

    public String method() {
        return this == HEALTH_CHECK ? "GET" : "POST";
    }

    /** Whether a refusal may be the query's fault. */
    boolean concernsQuery() {
        return this == START_QUERY || body == Body.ROWS;
    }

    /**
     * Whether a call whose reply broke off may be made once more: rows that went on cannot be called back, and a query that was
     * started takes one of the few places for as long as it runs.
     */
    boolean rereadable() {
        return body == Body.SMALL && this != START_QUERY;
    }

    /** The most bytes a body may have, unpacked. */
    long bodyLimit() {
        return body == Body.SMALL ? SMALL_BODY_BYTES : ROWS_BODY_BYTES;
    }

    /** How long a body may be on its way, however short its pauses: one that comes drop by drop would never end. */
    Duration longestBody() {
        return body == Body.SMALL ? LONGEST_SMALL_BODY : LONGEST_ROWS_BODY;
    }

    /** For connecting, for the reply's head, and for each pause in its body. */
    Duration timeout() {
        return TIMEOUT;
    }
}
