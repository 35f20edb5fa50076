package io.plumbline.simulator.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints at one moment, in the order of their ids. Immutable.
 *
 * <p>Only what the console changed is held; the n-th endpoint is found by counting how many seeded ones are gone and how many
 * added ones have come before it.
 */
public final class EndpointSnapshot {

    private final Company company;
    private final long version;
    private final Map<String, Change> changed;
    private final Set<Long> removedHosts;
    private final long[] removed;
    private final List<String> added;
    private final long[] addedRanks;

    EndpointSnapshot(
            Company company, long version, Map<String, Change> changed, Set<Long> removed, List<String> added) {
        this.company = company;
        this.version = version;
        this.changed = Map.copyOf(changed);
        this.removedHosts = Set.copyOf(removed);
        this.removed = removed.stream().mapToLong(Long::longValue).sorted().toArray();
        this.added = added.stream().sorted().toList();
        this.addedRanks = new long[this.added.size()];
        for (int i = 0; i < addedRanks.length; i++) {
            long before = company.ids.before(this.added.get(i));
            addedRanks[i] = before - removedBelow(before) + i;
        }
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    public long size() {
        return company.size - removed.length + added.size();
    }

    /** @param rank from 0 on, by id */
    public Endpoint at(long rank) {
        int found = Arrays.binarySearch(addedRanks, rank);
        return found >= 0 ? added(added.get(found)) : seeded(seededAt(rank - (-found - 1)));
    }

    public Optional<Endpoint> byId(String id) {
        var seeded = company.ids.index(id);
        if (seeded.isPresent()) {
            long host = seeded.getAsLong();
            return removedHosts.contains(host) ? Optional.empty() : Optional.of(seeded(host));
        }
        return Arrays.binarySearch(added.toArray(), id) >= 0 ? Optional.of(added(id)) : Optional.empty();
    }

    public Stream<Endpoint> stream() {
        return ranks().mapToObj(this::at);
    }

    public LongStream ranks() {
        return LongStream.range(0, size());
    }

    /** Seeded hosts that the console changed, null for all others: the short way for ten million affected hosts. */
    LongFunction<@Nullable Endpoint> changedHosts() {
        if (changed.isEmpty()) {
            return host -> null;
        }
        return host -> {
            var change = changed.get(company.ids.id(host));
            return change == null ? null : new Endpoint(company, company.ids.id(host), host, change);
        };
    }

    boolean isRemoved(long host) {
        return removed.length > 0 && removedHosts.contains(host);
    }

    Company company() {
        return company;
    }

    private Endpoint seeded(long host) {
        var id = company.ids.id(host);
        return new Endpoint(company, id, host, changed.getOrDefault(id, Change.NONE));
    }

    private Endpoint added(String id) {
        return new Endpoint(company, id, Seeded.indexOf(id), changed.getOrDefault(id, Change.NONE));
    }

    private long seededAt(long rank) {
        int low = 0;
        int high = removed.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (removed[middle] - middle <= rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return rank + low;
    }

    private int removedBelow(long host) {
        int found = Arrays.binarySearch(removed, host);
        return found >= 0 ? found : -found - 1;
    }
}
