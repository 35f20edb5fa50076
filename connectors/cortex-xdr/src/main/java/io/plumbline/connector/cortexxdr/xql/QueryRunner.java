package io.plumbline.connector.cortexxdr.xql;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.cortexxdr.protocol.Json;
import io.plumbline.connector.cortexxdr.protocol.Redactor;
import io.plumbline.connector.cortexxdr.protocol.ReplyJson;
import io.plumbline.connector.cortexxdr.protocol.ShapeException;
import io.plumbline.connector.cortexxdr.protocol.TenantClient;
import io.plumbline.connector.cortexxdr.protocol.Trees;
import io.plumbline.connector.cortexxdr.protocol.VendorCall;
import io.plumbline.connector.cortexxdr.protocol.VendorException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs XQL queries to their end. Safe for many threads. */
public final class QueryRunner {

    /**
     * Without a window the vendor looks back 24 hours and hides hosts that are switched off; thirty days is what live clients ask
     * of the vulnerability data.
     */
    private static final long WINDOW_MILLIS = Duration.ofDays(30).toMillis();

    /** Up to here rows come inline; past it a stream id comes in their place. A limit in the query would cut silently. */
    private static final int INLINE_ROWS = 1_000;

    /** The most rows a stream gives: as many mean that there were more. */
    private static final long STREAM_CAP = 1_000_000;

    private final TenantClient client;
    private final QueryTiming timing;

    public QueryRunner(TenantClient client, QueryTiming timing) {
        this.client = client;
        this.timing = timing;
    }

    /**
     * Runs a query and hands on every row.
     *
     * @param rows takes rows before it is known whether the query ends well
     * @return what the result announces and what came
     * @throws ConnectorException when the query did not succeed; whether all rows came is the caller's to judge
     */
    public QueryRows run(String query, RowReader rows) throws InterruptedException {
        String id = start(query);
        QueryOutcome outcome = await(id, rows);
        long read = outcome.rows();
        if (outcome.streamId().isPresent()) {
            outcome.announced().ifPresent(rows::expect);
            read = stream(outcome.streamId().get(), rows);
        }
        return new QueryRows(read, outcome.announced(), outcome.streamId().isPresent(), read >= STREAM_CAP);
    }

    /** Turns what the vendor writes into text that may be shown. */
    public Redactor redactor() {
        return client.redactor();
    }

    /** How many rows a data set has. */
    public long count(String dataset) throws InterruptedException {
        AtomicLong count = new AtomicLong();
        run(
                "dataset = " + dataset + " | comp count() as n",
                parser -> count.addAndGet(new Trees().read(parser).path("n").asLong(0)));
        return count.get();
    }

    /**
     * Four queries at a time are all that a tenant runs, and its own people use them too. The client does not try this again by
     * itself, so that what is waited here is all that is waited.
     */
    private String start(String query) throws InterruptedException {
        Duration waited = Duration.ZERO;
        Duration interval = timing.interval();
        while (true) {
            try {
                return ask(query);
            } catch (VendorException refused) {
                if (!refused.isOverParallelQueries() || waited.compareTo(timing.patience()) >= 0) {
                    throw refused;
                }
            }
            client.pause(interval);
            waited = waited.plus(interval);
            interval = min(interval.multipliedBy(2), timing.longestInterval());
        }
    }

    private String ask(String query) throws InterruptedException {
        ObjectNode request = Json.MAPPER.createObjectNode();
        ObjectNode data = request.putObject("request_data").put("query", query);
        data.putArray("tenants");
        data.putObject("timeframe").put("relativeTime", WINDOW_MILLIS);
        return client.call(VendorCall.START_QUERY, request.toString(), parser -> {
            JsonNode id = ReplyJson.any(parser);
            if (!id.isString() || id.stringValue().isBlank()) {
                throw new ShapeException("has no query id");
            }
            return id.stringValue();
        });
    }

    private QueryOutcome await(String queryId, RowReader rows) throws InterruptedException {
        ObjectNode request = Json.MAPPER.createObjectNode();
        request.putObject("request_data")
                .put("query_id", queryId)
                .put("pending_flag", true)
                .put("limit", INLINE_ROWS + 1)
                .put("format", "json");
        Duration waited = Duration.ZERO;
        Duration interval = timing.interval();
        while (true) {
            QueryOutcome outcome = client.call(
                    VendorCall.QUERY_RESULTS, request.toString(), parser -> new OutcomeReader(rows).read(parser));
            if (!outcome.isPending()) {
                return succeeded(outcome);
            }
            if (outcome.rows() > 0) {
                throw rowsBeforeTheEnd(outcome);
            }
            if (waited.compareTo(timing.limit()) >= 0) {
                throw pendingForEver();
            }
            client.pause(interval);
            waited = waited.plus(interval);
            interval = min(interval.multipliedBy(2), timing.longestInterval());
        }
    }

    private QueryOutcome succeeded(QueryOutcome outcome) {
        return switch (outcome.status()) {
            case "SUCCESS" -> outcome;
            case "PARTIAL_SUCCESS" ->
                throw new ConnectorException(
                        ErrorCode.INCOMPLETE_RESPONSE,
                        "The XQL query succeeded in part only.",
                        "Sync again; if it happens again, look at the query in the tenant's Query Center.",
                        said(outcome),
                        null);
            default ->
                throw new ConnectorException(
                        ErrorCode.QUERY_FAILED,
                        "The XQL query ended as " + client.redactor().line(outcome.status(), 40) + ": "
                                + client.redactor().line(outcome.error(), 300) + ".",
                        "Look at the payload; if the tenant does not know a field, its version differs from the one supported.",
                        said(outcome),
                        null);
        };
    }

    private String said(QueryOutcome outcome) {
        return client.redactor().line(outcome.status() + "\n" + outcome.error(), 4_000);
    }

    /** They have been handed on, and would come again with the next reply. */
    private ConnectorException rowsBeforeTheEnd(QueryOutcome outcome) {
        return new ConnectorException(
                ErrorCode.INVALID_RESPONSE,
                "The tenant gave " + outcome.rows() + " rows of an XQL query that it says is not done.",
                "Sync again; if it happens again, report it.",
                said(outcome),
                null);
    }

    private ConnectorException pendingForEver() {
        return new ConnectorException(
                ErrorCode.VENDOR_TIMEOUT,
                "The XQL query was still pending after " + timing.limit().toSeconds() + " seconds.",
                "Sync again later; if it happens again, look at the query in the tenant's Query Center.",
                null,
                null);
    }

    /** One JSON object a line, packed once or twice. */
    private long stream(String streamId, RowReader rows) throws InterruptedException {
        ObjectNode request = Json.MAPPER.createObjectNode();
        request.putObject("request_data").put("stream_id", streamId).put("is_gzip_compressed", true);
        return client.call(VendorCall.QUERY_STREAM, request.toString(), parser -> streamed(parser, rows));
    }

    private static long streamed(JsonParser parser, RowReader rows) throws IOException, InterruptedException {
        long count = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new ShapeException("has a row that is no object");
            }
            rows.row(parser);
            count++;
        }
        return count;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
