package io.plumbline.server.access.audit;

import io.plumbline.server.platform.database.StoredTime;
import io.plumbline.server.platform.listing.BoundedCount;
import io.plumbline.server.platform.listing.Column;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.FlatRead;
import io.plumbline.server.platform.listing.Key;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Place;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.listing.Total;
import io.plumbline.server.platform.table.Facet;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the audit log can be asked. Safe for many threads. */
@Component
public class AuditList implements ListDefinition<Long, AuditEvent> {

    private static final String EVENTS = "audit_event e";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    AuditList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Set<String> filters() {
        return Set.of("actorKind", "actor", "action", "q", "atAfter", "atBefore");
    }

    /** By number, which is the order of time. */
    @Override
    public List<Sort> sorts() {
        return List.of(new Sort("at", true));
    }

    @Override
    public Selection<Long> select(ListQuery query, Sort sort) {
        Conditions conditions = new Conditions()
                .andAnyOf(
                        "e.actor_kind = any(:kinds)",
                        "kinds",
                        query.words("actorKind", ActorKind.class).stream()
                                .map(Enum::name)
                                .toList())
                .andAnyOf("e.actor = any(:actors)", "actors", query.all("actor"))
                .andAnyOf(
                        "e.action = any(:actions)",
                        "actions",
                        query.words("action", AuditAction.class).stream()
                                .map(Enum::name)
                                .toList());
        List<String> texts = query.all("q");
        if (!texts.isEmpty()) {
            conditions.and(
                    "(e.actor || ' ' || e.target || ' ' || coalesce(e.address, '')) ilike any(:texts)",
                    "texts",
                    texts.stream().map(Conditions::containing).toArray(String[]::new));
        }
        query.instant("atAfter")
                .ifPresent(time -> conditions.and("e.at > :after", "after", time.atOffset(ZoneOffset.UTC)));
        query.instant("atBefore")
                .ifPresent(time -> conditions.and("e.at < :before", "before", time.atOffset(ZoneOffset.UTC)));
        return new Selected(conditions, sort.descending());
    }

    private record Selected(Conditions conditions, boolean descending) implements Selection<Long> {

        @Override
        public Total total(JdbcClient jdbc) {
            return BoundedCount.of(jdbc, EVENTS, conditions);
        }

        @Override
        public List<Part<Long>> parts(Total total) {
            FlatRead read = new FlatRead(EVENTS, conditions, List.of(Key.number("e.id")));
            return List.of(new Part<>(read, descending, Selected::id));
        }

        private static Long id(Place place) {
            return (Long) place.values().getFirst();
        }
    }

    @Override
    public List<AuditEvent> load(Collection<Long> ids) {
        return jdbc.sql("""
                        select e.*
                        from unnest(:ids) with ordinality asked (id, place)
                        join audit_event e using (id)
                        order by asked.place""")
                .param("ids", ids.toArray(Long[]::new))
                .query(this::event)
                .list();
    }

    /** Who has ever done anything, whose name contains what was typed. Names are skipped through, however many lines each has. */
    List<String> actors(String typed) {
        return jdbc.sql("""
                        with recursive known (actor) as (
                          (select min(actor) from audit_event)
                          union all
                          select (select min(e.actor) from audit_event e where e.actor > known.actor)
                          from known
                          where known.actor is not null)
                        select actor from known
                        where actor is not null and actor ilike :pattern
                        limit :limit""")
                .param("pattern", Conditions.containing(typed))
                .param("limit", Facet.MOST)
                .query((row, _) -> row.getString("actor"))
                .list();
    }

    @Override
    public List<Column<AuditEvent>> columns() {
        return List.of(
                new Column<>("id", AuditEvent::id),
                new Column<>("at", AuditEvent::at),
                new Column<>("actorKind", event -> event.actorKind().name()),
                new Column<>("actorId", AuditEvent::actorId),
                new Column<>("actor", AuditEvent::actor),
                new Column<>("action", AuditEvent::action),
                new Column<>("target", AuditEvent::target),
                new Column<>("before", event -> json.writeValueAsString(event.before())),
                new Column<>("after", event -> json.writeValueAsString(event.after())),
                new Column<>("address", AuditEvent::address));
    }

    private AuditEvent event(ResultSet row, int number) throws SQLException {
        return new AuditEvent(
                row.getString("id"),
                StoredTime.get(row, "at"),
                ActorKind.valueOf(row.getString("actor_kind")),
                row.getObject("actor_id", Integer.class),
                row.getString("actor"),
                AuditAction.valueOf(row.getString("action")),
                row.getString("target"),
                values(row.getString("before")),
                values(row.getString("after")),
                row.getString("address"));
    }

    private Map<String, Object> values(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}
