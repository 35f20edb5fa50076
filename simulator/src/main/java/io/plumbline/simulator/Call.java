package io.plumbline.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The vendor's calls that the tenant answers; every other path is answered as the vendor answers a wrong one. */
public enum Call {
    HEALTHCHECK("GET", "healthcheck"),
    GET_TENANT_INFO("POST", "system/get_tenant_info"),
    GET_ENDPOINT("POST", "endpoints/get_endpoint"),
    GET_ENDPOINTS("POST", "endpoints/get_endpoints"),
    START_XQL_QUERY("POST", "xql/start_xql_query"),
    GET_QUERY_RESULTS("POST", "xql/get_query_results"),
    GET_QUERY_RESULTS_STREAM("POST", "xql/get_query_results_stream"),
    GET_QUOTA("POST", "xql/get_quota"),
    GET_DATASETS("POST", "xql/get_datasets");

    private static final String PREFIX = "/public_api/v1/";

    private final String method;
    private final String path;

    Call(String method, String path) {
        this.method = method;
        this.path = PREFIX + path;
    }

    /** The last part of the path, such as {@code get_endpoint}; no two calls share it. */
    public String word() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The call with this {@link #word}. */
    public static Optional<Call> named(String word) {
        return Arrays.stream(values()).filter(call -> call.word().equals(word)).findFirst();
    }

    /** The path below the tenant's address, without the slash at the end that may follow. */
    public String path() {
        return path;
    }

    /** The call of a request, or nothing where the vendor knows none. */
    public static Optional<Call> of(String method, String path) {
        var bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Arrays.stream(values())
                .filter(call -> call.method.equals(method) && call.path.equals(bare))
                .findFirst();
    }
}
