package io.plumbline.simulator.vendor;

import io.plumbline.simulator.data.Endpoint;
import io.plumbline.simulator.data.EndpointSnapshot;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that a request matches, in its order. All of them by id needs no memory; anything else holds the places of
 * those that match, eight bytes each.
 */
final class EndpointSelection {

    /** By what pages are sorted. */
    enum Sort {
        ENDPOINT_ID,
        FIRST_SEEN,
        LAST_SEEN
    }

    private static final int RANK_BITS = 22;

    /** The latest time that fits beside a place, in 2039; whatever the console set beyond sorts as this. */
    private static final long LATEST = (1L << (63 - RANK_BITS)) - 1;

    private final EndpointSnapshot snapshot;
    private final boolean descending;
    private final long @Nullable [] ranks;

    private EndpointSelection(EndpointSnapshot snapshot, boolean descending, long @Nullable [] ranks) {
        this.snapshot = snapshot;
        this.descending = descending;
        this.ranks = ranks;
    }

    static EndpointSelection all(EndpointSnapshot snapshot, boolean descending) {
        return new EndpointSelection(snapshot, descending, null);
    }

    /** Sorted by packing the time before the place: one sort of plain numbers. */
    static EndpointSelection of(
            EndpointSnapshot snapshot, Predicate<Endpoint> filter, Sort sort, boolean descending, long now) {
        var keys = snapshot.ranks()
                .filter(rank -> filter.test(snapshot.at(rank)))
                .map(rank -> Math.clamp(time(snapshot.at(rank), sort, now), 0, LATEST) << RANK_BITS | rank)
                .toArray();
        if (sort != Sort.ENDPOINT_ID) {
            Arrays.sort(keys);
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] &= (1L << RANK_BITS) - 1;
        }
        return new EndpointSelection(snapshot, descending, keys);
    }

    private static long time(Endpoint endpoint, Sort sort, long now) {
        return switch (sort) {
            case ENDPOINT_ID -> 0;
            case FIRST_SEEN -> endpoint.firstSeen();
            case LAST_SEEN -> endpoint.lastSeen(now);
        };
    }

    long size() {
        return ranks == null ? snapshot.size() : ranks.length;
    }

    Endpoint at(long position) {
        long place = descending ? size() - 1 - position : position;
        return snapshot.at(ranks == null ? place : ranks[(int) place]);
    }
}
