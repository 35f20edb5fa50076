package io.plumbline.simulator.data;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tenant's endpoints, and what the console can do to them. Thread-safe. A call that is being answered keeps the snapshot
 * it began with.
 */
public final class Endpoints {

    private final Company company;
    private final Clock clock;
    private final Map<String, Change> changed = new HashMap<>();
    private final Set<Long> removed = new HashSet<>();
    private final Set<String> added = new HashSet<>();
    private long version;
    private @Nullable EndpointSnapshot snapshot;

    Endpoints(Company company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    public synchronized EndpointSnapshot snapshot() {
        var current = snapshot;
        if (current == null) {
            current = new EndpointSnapshot(company, version, changed, removed, List.copyOf(added));
            snapshot = current;
        }
        return current;
    }

    public long count() {
        return snapshot().size();
    }

    /** @throws NoSuchElementException where there is no such endpoint */
    public Endpoint get(String id) {
        return snapshot().byId(id).orElseThrow(() -> new NoSuchElementException("no endpoint has the id " + id));
    }

    /** The id of the n-th endpoint in the order of ids, from 0 on. */
    public String idAt(long rank) {
        return snapshot().at(Objects.checkIndex(rank, count())).id();
    }

    /** Adds an endpoint that is connected, or gives an existing one this name. */
    public void put(String id, String name) {
        put(id, object().put("endpoint_name", name));
    }

    /** Adds an endpoint or changes one: the fields given win, all others are as the seed has them for this id. */
    public synchronized void put(String id, ObjectNode fields) {
        if (present(id)) {
            change(id, change -> change.set(fields));
            return;
        }
        var seeded = company.ids.index(id);
        if (seeded.isPresent()) {
            removed.remove(seeded.getAsLong());
        } else {
            added.add(id);
        }
        changed.put(
                id,
                Change.NONE.set(object().put("endpoint_status", "CONNECTED")).set(fields));
        changed();
    }

    /** Adds or replaces an endpoint by this row as it stands, with fields missing, of wrong types or unknown. */
    public synchronized void putRaw(String id, ObjectNode row) {
        put(id, object());
        change(id, change -> Change.whole(row));
    }

    /** Sets fields of one endpoint to any JSON, right or wrong. */
    public void set(String id, ObjectNode fields) {
        change(id, change -> change.set(fields));
    }

    /** Takes a field out of one endpoint's row. */
    public void removeField(String id, String field) {
        change(id, change -> change.remove(field));
    }

    /** Takes the endpoint away; a later {@code put} of the same id begins anew. */
    public synchronized void remove(String id) {
        requirePresent(id);
        company.ids.index(id).ifPresentOrElse(removed::add, () -> added.remove(id));
        changed.remove(id);
        changed();
    }

    public void rename(String id, String name) {
        set(id, object().put("endpoint_name", name));
    }

    /**
     * Connected endpoints are seen all the time; any other status stops that at this moment.
     *
     * @param status in either case, such as {@code lost}
     */
    public void setStatus(String id, String status) {
        var word = status.toUpperCase(Locale.ROOT);
        var fields = object().put("endpoint_status", word);
        if (word.equals("CONNECTED")) {
            change(id, change -> change.set(fields).reset("last_seen"));
        } else {
            set(id, fields.put("last_seen", clock.millis()));
        }
    }

    public void setLastSeen(String id, long epochMillis) {
        set(id, object().put("last_seen", epochMillis));
    }

    public void setTags(String id, List<String> serverTags, List<String> endpointTags) {
        var fields = object().put("endpointTags", String.join(",", endpointTags));
        var tags = fields.putObject("tags");
        var ofServer = tags.putArray("server_tags");
        serverTags.forEach(ofServer::add);
        var ofEndpoint = tags.putArray("endpoint_tags");
        endpointTags.forEach(ofEndpoint::add);
        set(id, fields);
    }

    private synchronized void change(String id, UnaryOperator<Change> by) {
        requirePresent(id);
        changed.put(id, by.apply(changed.getOrDefault(id, Change.NONE)));
        changed();
    }

    private void changed() {
        version++;
        snapshot = null;
    }

    private void requirePresent(String id) {
        if (!present(id)) {
            throw new NoSuchElementException("no endpoint has the id " + id);
        }
    }

    private boolean present(String id) {
        var seeded = company.ids.index(id);
        return seeded.isPresent() ? !removed.contains(seeded.getAsLong()) : added.contains(id);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
