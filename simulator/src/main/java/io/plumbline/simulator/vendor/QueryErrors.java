package io.plumbline.simulator.vendor;

import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.xql.ParseException;

/** What the vendor says when it does not start a query. */
final class QueryErrors {

    private QueryErrors() {}

    static Response tooManyInParallel(Quota quota) {
        var extra = Json.MAPPER
                .createObjectNode()
                .put(
                        "err_msg",
                        "reached max allowed amount of parallel running queries. "
                                + "please wait for some queries to finish and submit your query again")
                .put("query_cost", 0)
                .put("remaining_quota", quota.remaining())
                .put("total_daily_running_queries", quota.startedToday())
                .put("total_daily_concurrent_rejected_queries", quota.rejectedToday());
        return Envelope.error(500, Envelope.XQL_ERROR, extra);
    }

    static Response quotaExceeded(Quota quota) {
        var extra = Json.MAPPER.createObjectNode().put("err_msg", "query usage exceeded max daily quota");
        extra.putObject("quota_info")
                .put("used_quota", quota.used())
                .put("max_quota", quota.allowed())
                .put("error_type", "QUOTA_EXCEEDED")
                .put("message", "The daily number of remaining Compute Units (0.0) is insufficient");
        extra.put("total_daily_running_queries", quota.startedToday())
                .put("total_daily_concurrent_rejected_queries", quota.rejectedToday());
        return Envelope.error(500, Envelope.XQL_ERROR, extra);
    }

    static Response notParsed(ParseException e) {
        var parseError = Json.MAPPER
                .createObjectNode()
                .put("line", e.line())
                .put("column", e.column())
                .put("message", e.getMessage());
        var extra = Json.MAPPER.createObjectNode();
        // JSON inside a string, and once more as an object.
        extra.put("err_msg", parseError.toString());
        extra.set("parse_err", parseError);
        return Envelope.error(500, Envelope.XQL_ERROR, extra);
    }
}
