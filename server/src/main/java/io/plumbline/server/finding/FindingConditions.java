package io.plumbline.server.finding;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.finding.FindingFilter.TimeRange;
import io.plumbline.server.platform.listing.Conditions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A filter as SQL. On findings ({@code f}) it is whole; what is asked of weaknesses ({@code k}), assets and names can be had alone
 * too, for walks that begin there. Used by one thread.
 *
 * <p>A finding's weakness and assets are looked up finding by finding, in subqueries that {@code offset 0} keeps PostgreSQL from
 * turning into joins: it would guess how many match, and one wrong guess makes it read and sort millions for a page of fifty.
 */
final class FindingConditions {

    private static final String TEXT = "text";
    private static final List<String> FACETS = List.of("types", "groups", "tags", "operatingSystems");

    private final FindingFilter filter;
    private final Integer[] connectors;
    private final Integer[] weaknesses;

    FindingConditions(FindingFilter filter) {
        this.filter = filter;
        this.connectors = filter.connectors().toArray(Integer[]::new);
        this.weaknesses = numbers(filter.weaknesses().orElse(List.of()), 0);
    }

    /** All that is asked of a finding itself, and through it of its weakness and its assets; standing and connector excepted. */
    Conditions onFindings() {
        Conditions conditions = onFindingsOfWeaknesses();
        Conditions ofWeaknesses = ofWeaknesses();
        if (!ofWeaknesses.parameters().isEmpty()) {
            conditions.and("""
                    exists (select from connector_weakness k
                            where k.connector_id = f.connector_id and k.weakness_id = f.weakness_id and %s offset 0)""".formatted(ofWeaknesses.sql()));
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
            Conditions assets = ofAssets("s", "s.asset_id");
            conditions.and("""
                    exists (select from finding_asset s
                            where s.connector_id = f.connector_id and s.name_id = f.name_id and s.weakness_id = f.weakness_id
                              and %s offset 0)""".formatted(assets.sql()));
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
        return ofAssets("a", "a.id").and("a.connector_id = any(:connectors)", "connectors", connectors);
    }

    Conditions onNames() {
        return new Conditions().and("n.connector_id = any(:connectors)", "connectors", connectors);
    }

    /** That an asset bears the name that has what is asked for. Here a join is welcome: whichever are fewer come first. */
    Conditions onNamesOfAssets() {
        Conditions assets = ofAssets("a", "a.id");
        Conditions conditions = onNames().and("""
                exists (select from asset a where a.connector_id = n.connector_id and a.name_id = n.id and %s)""".formatted(assets.sql()));
        assets.parameters().forEach(conditions::with);
        return conditions;
    }

    Conditions onNamesOfText() {
        return onNames().andContaining("n.folded", TEXT, filter.texts());
    }

    private String weaknessContains() {
        return "exists (select from weakness w where w.id = f.weakness_id and %s offset 0)"
                .formatted(text("w").sql());
    }

    private String nameContains() {
        return """
                exists (select from asset_name n
                        where n.connector_id = f.connector_id and n.id = f.name_id and %s offset 0)""".formatted(text("n").sql());
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
    private Conditions ofAssets(String alias, String id) {
        Conditions conditions = new Conditions();
        if (filter.standings().isInInventory()) {
            conditions.and(alias + ".status = 1");
        }
        for (int i = 0; i < FACETS.size(); i++) {
            conditions.andAnyOf(
                    alias + ".facets && cast(:" + FACETS.get(i) + " as text[])",
                    FACETS.get(i),
                    filter.facets().get(i));
        }
        filter.assets()
                .ifPresent(assets -> conditions
                        .and("(%s.connector_id, %s) in (select * from unnest(:assetConnectors, :assets))"
                                .formatted(alias, id))
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
