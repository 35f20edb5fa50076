package io.plumbline.server.finding;

import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.Key;
import io.plumbline.server.platform.listing.NestedRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways through the findings of some standings for which a filter holds: each is whole, they differ in where they begin and in
 * their order. Used by one thread.
 */
final class Walks {

    private static final String FINDING = "finding f";
    private static final String STANDING = "unnest(:standings) s (standing)";
    private static final String BELOW_WEAKNESS =
            "f.connector_id = k.connector_id and f.weakness_id = k.weakness_id and f.standing = s.standing";
    private static final String BELOW_NAME =
            "f.connector_id = n.connector_id and f.name_id = n.id and f.standing = any(:standings)";

    private static final Key NAME = Key.integer("f.name_id");
    private static final Key WEAKNESS = Key.integer("f.weakness_id");
    private static final List<Key> OF_WEAKNESSES = List.of(Key.integer("k.connector_id"), Key.integer("k.weakness_id"));
    private static final List<Key> OF_NAMES = List.of(Key.integer("n.connector_id"), Key.integer("n.id"));

    private final FindingConditions filter;
    private final Standings standings;
    private final Integer[] stored;
    private final Integer[] connectors;

    Walks(FindingConditions filter, Standings standings, List<Integer> connectors) {
        this.filter = filter;
        this.standings = standings;
        this.stored = standings.stored();
        this.connectors = connectors.toArray(Integer[]::new);
    }

    /** Worst last; what has no score is the last of its severity in the direction that the list runs. */
    Walk bySeverity(boolean descending) {
        List<Key> keys = new ArrayList<>(OF_WEAKNESSES);
        keys.addFirst(Key.integer(descending ? "k.rank" : "k.ascending_rank"));
        return new Walk(belowWeaknesses("connector_weakness k", filter.onWeaknesses(), keys), 1, 3, 2);
    }

    Walk byAssetName() {
        List<Key> keys = new ArrayList<>(OF_NAMES);
        keys.addFirst(Key.text("n.folded"));
        Conditions names = filter.onNames();
        if (standings.isInInventory() && !standings.hasFixed()) {
            names.and("n.exposure > 0"); // has open findings
        }
        return new Walk(belowNames("asset_name n", names, keys, filter.onFindings()), 1, 2, 3);
    }

    Walk byFirstObserved() {
        return byTime("f.first_observed_at", filter.onFindings());
    }

    /** Of standings that are all FIXED. */
    Walk byFixed() {
        // Whatever else is asked for, this names what the index is made of.
        return byTime("f.state_since", filter.onFindings().and("f.state = 3"));
    }

    Walk byId() {
        Conditions conditions =
                filter.onFindings().and("f.connector_id = c.id and f.standing = any(:standings)", "standings", stored);
        return new Walk(
                new NestedRead(
                        "unnest(:connectors) c (id)",
                        new Conditions().with("connectors", connectors),
                        List.of(Key.integer("c.id")),
                        FINDING,
                        conditions,
                        List.of(NAME, WEAKNESS)),
                0,
                1,
                2);
    }

    /** Begins with the weaknesses that are asked for. */
    Walk fromWeaknesses() {
        return new Walk(belowWeaknesses("connector_weakness k", filter.onWeaknesses(), OF_WEAKNESSES), 0, 2, 1);
    }

    /** Begins with the assets that are asked for. */
    Walk fromAssets() {
        return new Walk(belowNames("asset_name n", filter.onNamesOfAssets(), OF_NAMES, filter.onFindings()), 0, 1, 2);
    }

    /** Begins with what bears the text that is asked for: one walk from the weaknesses, one from the asset names. */
    List<Walk> fromText() {
        return List.of(
                new Walk(
                        belowWeaknesses(
                                "connector_weakness k join weakness w on w.id = k.weakness_id",
                                filter.onWeaknessesOfText(),
                                OF_WEAKNESSES),
                        0,
                        2,
                        1),
                new Walk(
                        belowNames(
                                "asset_name n", filter.onNamesOfText(), OF_NAMES, filter.onFindingsOfTextInAssetName()),
                        0,
                        1,
                        2));
    }

    /** Looks at nothing but standing and time, to learn how many there are to look at. */
    static Walk bare(FindingFilter filter) {
        FindingFilter times = filter.onlyTimes();
        Walks walks =
                new Walks(new FindingConditions(times, Lookup.ONE_BY_ONE), filter.standings(), filter.connectors());
        return times.fixed().isAsked() ? walks.byFixed() : walks.byFirstObserved();
    }

    private Walk byTime(String column, Conditions conditions) {
        conditions.and("f.standing = s.standing").and("f.connector_id = any(:connectors)", "connectors", connectors);
        return new Walk(
                new NestedRead(
                        STANDING,
                        new Conditions().with("standings", stored),
                        List.of(),
                        FINDING,
                        conditions,
                        List.of(Key.time(column), Key.integer("f.connector_id"), NAME, WEAKNESS)),
                1,
                2,
                3);
    }

    private NestedRead belowWeaknesses(String weaknesses, Conditions which, List<Key> keys) {
        counted().ifPresent(which::and);
        return new NestedRead(
                weaknesses + " cross join " + STANDING,
                which.with("standings", stored),
                keys,
                FINDING,
                filter.onFindingsOfWeaknesses().and(BELOW_WEAKNESS),
                List.of(NAME));
    }

    private NestedRead belowNames(String names, Conditions which, List<Key> keys, Conditions conditions) {
        return new NestedRead(
                names, which, keys, FINDING, conditions.and(BELOW_NAME, "standings", stored), List.of(WEAKNESS));
    }

    /** Which weaknesses can have findings at all, as far as they are counted. */
    private Optional<String> counted() {
        if (!standings.isInInventory()) {
            return Optional.empty();
        }
        List<String> some = new ArrayList<>();
        if (standings.hasOpen()) {
            some.add("k.open_count > 0");
        }
        if (standings.hasFixed()) {
            some.add("k.fixed_count > 0");
        }
        return Optional.of(String.join(" or ", some));
    }
}
