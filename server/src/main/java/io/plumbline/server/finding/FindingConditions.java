package io.plumbline.server.finding;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.finding.FindingFilter.TimeRange;
import io.plumbline.server.platform.listing.Conditions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A filter as SQL. On findings ({@code f}) it is whole; what is asked of weaknesses ({@code k}), assets and names can be had alone
 * too, for walks that begin there. Used by one thread.
 */
final class FindingConditions {

    private static final String TEXT = "text";
    private static final List<String> FACETS = List.of("types", "groups", "tags", "operatingSystems");

    private final FindingFilter filter;
    /** Of assets and texts. Severities and products are looked up one by one: most walks begin with them. */
    private final Lookup lookup;

    private final Integer[] connectors;
    private final Integer[] weaknesses;

    FindingConditions(FindingFilter filter, Lookup lookup) {
        this.filter = filter;
        this.lookup = lookup;
        this.connectors = filter.connectors().toArray(Integer[]::new);
        this.weaknesses = numbers(filter.weaknesses().orElse(List.of()), 0);
    }

    /** All that is asked of a finding itself, and through it of its weakness and its assets; standing and connector excepted. */
    Conditions onFindings() {
        Conditions conditions = onFindingsOfWeaknesses();
        Conditions ofWeaknesses = ofWeaknesses();
        if (!ofWeaknesses.parameters().isEmpty()) {
            conditions.and(Lookup.ONE_BY_ONE.sql(
                    "f.connector_id, f.weakness_id",
                    "connector_weakness k",
                    "k.connector_id, k.weakness_id",
                    ofWeaknesses));
            ofWeaknesses.parameters().forEach(conditions::with);
        }
        return conditions;
    }

    /** Likewise for findings of weaknesses for which {@link #onWeaknesses} holds. */
    Conditions onFindingsOfWeaknesses() {
        Conditions conditions = new Conditions();
        if (filter.weaknesses().isPresent()) {
            conditions.and("f.weakness_id = any(:weaknesses)", "weaknesses", weaknesses);
        }
        between(conditions, "f.first_observed_at", filter.firstObserved(), "firstObserved");
        if (filter.fixed().isAsked()) {
            conditions.and("f.state = 3"); // what the index of fixed ones is made of
            between(conditions, "f.state_since", filter.fixed(), "fixed");
        }
        if (filter.asksOfAssets()) {
            Conditions assets = ofAssets();
            conditions.and(lookup.sql("f.connector_id, f.name_id", "asset a", "a.connector_id, a.name_id", assets));
            assets.parameters().forEach(conditions::with);
        }
        if (!filter.texts().isEmpty()) {
            conditions.and(weaknessContains() + " or " + nameContains());
            text("w").parameters().forEach(conditions::with);
        }
        return conditions;
    }

    /** The text is in the name of the finding's asset, and not in its own. */
    Conditions onFindingsOfTextInAssetName() {
        return onFindings().and("not " + weaknessContains());
    }

    Conditions onWeaknesses() {
        Conditions conditions = ofWeaknesses();
        conditions.and("k.connector_id = any(:connectors)", "connectors", connectors);
        if (filter.weaknesses().isPresent()) {
            conditions.and("k.weakness_id = any(:weaknesses)", "weaknesses", weaknesses);
        }
        return conditions;
    }

    /** Also that the text is in the weakness' name ({@code w}). */
    Conditions onWeaknessesOfText() {
        return onWeaknesses().andContaining("w.folded", TEXT, filter.texts());
    }

    Conditions onAssets() {
        return ofAssets().and("a.connector_id = any(:connectors)", "connectors", connectors);
    }

    Conditions onNames() {
        return new Conditions().and("n.connector_id = any(:connectors)", "connectors", connectors);
    }

    /** That an asset bears the name that has what is asked for. Here a join is welcome: whichever are fewer come first. */
    Conditions onNamesOfAssets() {
        Conditions assets = ofAssets();
        Conditions conditions = onNames().and("""
                exists (select from asset a where a.connector_id = n.connector_id and a.name_id = n.id and %s)""".formatted(assets.sql()));
        assets.parameters().forEach(conditions::with);
        return conditions;
    }

    Conditions onNamesOfText() {
        return onNames().andContaining("n.folded", TEXT, filter.texts());
    }

    /** The same for looking through many findings, where what they refer to can be gathered. */
    FindingConditions gathering(JdbcClient jdbc) {
        boolean fewAssets = !filter.asksOfAssets() || Lookup.canGather(jdbc, "asset a", ofAssets());
        boolean fewTexts = filter.texts().isEmpty()
                || (Lookup.canGather(jdbc, "weakness w", text("w"))
                        && Lookup.canGather(jdbc, "asset_name n", text("n")));
        return fewAssets && fewTexts ? new FindingConditions(filter, Lookup.GATHERED) : this;
    }

    private String weaknessContains() {
        return lookup.sql("f.weakness_id", "weakness w", "w.id", text("w"));
    }

    private String nameContains() {
        return lookup.sql("f.connector_id, f.name_id", "asset_name n", "n.connector_id, n.id", text("n"));
    }

    private Conditions text(String alias) {
        return new Conditions().andContaining(alias + ".folded", TEXT, filter.texts());
    }

    private Conditions ofWeaknesses() {
        Conditions conditions = new Conditions();
        if (!filter.severities().isEmpty()) {
            conditions.and(
                    "k.severity = any(:severities)",
                    "severities",
                    filter.severities().stream().map(Severity::level).toArray(Integer[]::new));
        }
        return conditions.andAnyOf("k.folded_products && cast(:products as text[])", "products", filter.products());
    }

    /**
     * One and the same asset has to have all that is asked for. What is in the inventory stands on ACTIVE assets; what is withheld
     * may stand on archived ones.
     */
    private Conditions ofAssets() {
        Conditions conditions = new Conditions();
        if (filter.standings().isInInventory()) {
            conditions.and("a.status = 1");
        }
        for (int i = 0; i < FACETS.size(); i++) {
            conditions.andAnyOf(
                    "a.facets && cast(:" + FACETS.get(i) + " as text[])",
                    FACETS.get(i),
                    filter.facets().get(i));
        }
        filter.assets()
                .ifPresent(assets -> conditions
                        .and("(a.connector_id, a.id) in (select * from unnest(:assetConnectors, :assets))")
                        .with("assetConnectors", numbers(assets, 0))
                        .with("assets", numbers(assets, 1)));
        return conditions;
    }

    private static void between(Conditions conditions, String column, TimeRange range, String name) {
        bound(conditions, column + " > :" + name + "After", name + "After", range.after());
        bound(conditions, column + " < :" + name + "Before", name + "Before", range.before());
    }

    private static void bound(Conditions conditions, String condition, String name, Optional<Instant> time) {
        time.ifPresent(instant -> conditions.and(condition, name, instant.atOffset(ZoneOffset.UTC)));
    }

    private static Integer[] numbers(List<List<Integer>> ids, int part) {
        return ids.stream().map(id -> id.get(part)).toArray(Integer[]::new);
    }
}
