package io.plumbline.simulator.vendor;

import io.plumbline.simulator.data.Cves;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.vendor.Behaviour.CostField;
import io.plumbline.simulator.vendor.Behaviour.Outcome;
import io.plumbline.simulator.xql.ParseException;
import io.plumbline.simulator.xql.Parser;
import io.plumbline.simulator.xql.Plan;
import io.plumbline.simulator.xql.Query;
import io.plumbline.simulator.xql.QueryFailure;
import io.plumbline.simulator.xql.RowWriter;
import java.time.Clock;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Starting a query, asking for its results, and reading them as a stream. */
final class QueryCalls {

    static final String TENANT_ID = "1180339001";

    private static final int INLINE_ROWS = 1000;

    private final Cves cves;
    private final Behaviour behaviour;
    private final Quota quota;
    private final Clock clock;
    private final QueryRegister queries;

    QueryCalls(Cves cves, Behaviour behaviour, Quota quota, Clock clock, QueryRegister queries) {
        this.cves = cves;
        this.behaviour = behaviour;
        this.quota = quota;
        this.clock = clock;
        this.queries = queries;
    }

    /** Replies the query's id, a bare string. */
    Response start(ObjectNode request) {
        var xql = request.path("query").asString("");
        if (queries.running().size() >= behaviour.parallelQueries()) {
            quota.reject();
            return QueryErrors.tooManyInParallel(quota);
        }
        if (quota.remaining() <= 0) {
            return QueryErrors.quotaExceeded(quota);
        }
        try {
            var query = plan(xql, Parser.parse(xql), request);
            quota.charge(query.cost());
            queries.add(query);
            return Json.reply(200, Json.MAPPER.createObjectNode().put("reply", query.id()));
        } catch (ParseException e) {
            return QueryErrors.notParsed(e);
        }
    }

    private StartedQuery plan(String xql, Query query, ObjectNode request) {
        long from = Window.start(request.path("timeframe"), query.config(), clock.millis());
        var id = queries.nextId();
        try {
            var plan = Plan.of(query, cves.view(from), behaviour.hostInsights());
            return StartedQuery.of(id, xql, plan, behaviour.pendingPolls());
        } catch (QueryFailure e) {
            // Not said before the results are asked for.
            return StartedQuery.failing(id, xql, String.valueOf(e.getMessage()), behaviour.pendingPolls());
        }
    }

    Response results(ObjectNode request) {
        var query = queries.byId(request.path("query_id").asString(""))
                .orElseThrow(() -> Refusal.badRequest("query id was not found"));
        if (!request.path("format").asString("json").equals("json")) {
            throw Refusal.badRequest("only the format json is supported by the simulated tenant");
        }
        if (query.pending(!request.path("pending_flag").asBoolean(true))) {
            return Json.reply(200, json -> {
                json.writeStartObject().writeObjectPropertyStart("reply");
                json.writeStringProperty("status", "PENDING").writeEndObject().writeEndObject();
            });
        }
        var outcome = query.failure() != null ? Outcome.FAIL : behaviour.outcome();
        long limit = request.path("limit").asLong(Long.MAX_VALUE);
        return Json.reply(200, json -> {
            json.writeStartObject().writeObjectPropertyStart("reply");
            json.writeStringProperty("status", outcome.name());
            if (outcome == Outcome.FAIL) {
                writeFailure(json, query);
            } else {
                writeResults(json, query, limit);
            }
            json.writeEndObject().writeEndObject();
        });
    }

    private static void writeFailure(JsonGenerator json, StartedQuery query) {
        var failure = query.failure();
        json.writeStringProperty("error", failure == null ? "query execution failed" : failure);
    }

    /** Up to 1,000 rows come at once; more only as a stream, unless the request itself limits them, which cuts in silence. */
    private void writeResults(JsonGenerator json, StartedQuery query, long limit) {
        boolean stream = limit > INLINE_ROWS && query.rows() > INLINE_ROWS;
        long rows = stream ? query.rows() : Math.min(query.rows(), limit);
        json.writeNumberProperty(
                "number_of_results", behaviour.numberOfResults().orElse(rows));
        boolean charged = behaviour.costField() == CostField.QUERY_COST_CHARGED;
        json.writeObjectPropertyStart(charged ? "query_cost_charged" : "query_cost");
        json.writeNumberProperty(TENANT_ID, query.cost()).writeEndObject();
        json.writeNumberProperty("remaining_quota", quota.remaining());
        if (charged) {
            json.writeNumberProperty("remaining_yearly_quota", quota.remainingThisYear());
        }
        json.writeObjectPropertyStart("results");
        if (stream) {
            json.writeStringProperty("stream_id", query.streamId());
        } else {
            json.writeArrayPropertyStart("data");
            var plan = query.plan();
            if (plan != null) {
                plan.rows().limit(rows).forEach(row -> RowWriter.INLINE.write(json, row));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** All rows, one a line, however many. */
    Reply stream(ObjectNode request) {
        var plan = queries.byStreamId(request.path("stream_id").asString(""))
                .map(StartedQuery::plan)
                .orElseThrow(() -> Refusal.badRequest("stream id was not found"));
        var body = Json.lines(json -> plan.rows().forEach(row -> RowWriter.STREAM.write(json, row)));
        boolean gzip = request.path("is_gzip_compressed").asBoolean(false);
        var content = Response.of(200, gzip ? "application/octet-stream" : "application/json", body);
        return new Reply(content, gzip, !gzip || behaviour.doubleGzip());
    }

    Response quota() {
        var running = queries.running();
        return Json.reply(200, json -> {
            json.writeStartObject().writeObjectPropertyStart("reply");
            // Whole numbers are floats too: 365000.0. Licence and use are the year's where the day's use stands beside
            // them.
            json.writeNumberProperty("license_quota", Quota.YEARLY);
            json.writeNumberProperty("additional_purchased_quota", quota.additional());
            json.writeNumberProperty("used_quota", quota.usedThisYear());
            json.writeNumberProperty("daily_used_quota", quota.used());
            json.writeNumberProperty("eval_quota", 0.0);
            json.writeNumberProperty("total_daily_running_queries", quota.startedToday());
            json.writeNumberProperty("total_daily_concurrent_rejected_queries", quota.rejectedToday());
            json.writeObjectPropertyStart("current_concurrent_active_queries");
            for (var query : running) {
                json.writeObjectPropertyStart(query.id());
                json.writeStringProperty("xql", query.xql());
                json.writeNumberProperty("duration", query.runningSeconds()).writeEndObject();
            }
            json.writeEndObject();
            json.writeNumberProperty("current_concurrent_active_queries_count", running.size());
            json.writeNumberProperty("max_daily_concurrent_active_query_count", behaviour.parallelQueries());
            json.writeEndObject().writeEndObject();
        });
    }
}
