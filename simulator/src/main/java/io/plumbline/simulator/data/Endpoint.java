package io.plumbline.simulator.data;

import tools.jackson.databind.node.ObjectNode;

/** One endpoint of the tenant, seeded or added, as the console left it. Immutable; its row is made when it is asked for. */
public final class Endpoint {

    private final EndpointRows rows;
    private final Company company;
    private final String id;
    private final long host;
    private final Change change;

    Endpoint(Company company, String id, long host, Change change) {
        this.company = company;
        this.rows = new EndpointRows(company);
        this.id = id;
        this.host = host;
        this.change = change;
    }

    public String id() {
        return id;
    }

    /** The host name, {@code ""} where the row has none. */
    public String name() {
        if (change.fields().has("endpoint_name")) {
            return change.fields().path("endpoint_name").asString("");
        }
        return change.whole() || change.without().contains("endpoint_name") ? "" : company.name(host);
    }

    /** In capitals, as the vendor replies it; {@code ""} where the row has none. */
    public String status() {
        if (change.fields().has("endpoint_status")) {
            return change.fields().path("endpoint_status").asString("");
        }
        return change.whole() ? "" : company.status(host);
    }

    /** When it was first seen, epoch milliseconds; 0 where the row does not say. */
    public long firstSeen() {
        if (change.fields().has("first_seen")) {
            return change.fields().path("first_seen").asLong(0);
        }
        return change.whole() || change.without().contains("first_seen") ? 0 : company.firstSeen(host);
    }

    /**
     * When it was last seen, epoch milliseconds; {@code now} where the row does not say.
     *
     * @param now epoch milliseconds
     */
    public long lastSeen(long now) {
        if (change.fields().has("last_seen")) {
            return change.fields().path("last_seen").asLong(now);
        }
        return change.whole() ? now : company.lastSeen(host, status(), now);
    }

    /** A row of {@code get_endpoint}, the caller's to keep. */
    public ObjectNode row(long now) {
        if (change.whole()) {
            return change.over(change.fields());
        }
        var row = rows.row(id, host, now);
        row.put("last_seen", lastSeen(now));
        return change.over(row);
    }

    /** The number that its seeded traits come from. */
    long host() {
        return host;
    }
}
