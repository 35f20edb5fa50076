package io.plumbline.server.weakness;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.search.ListSearch;
import io.plumbline.server.platform.search.SearchSource;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.platform.table.SeverityFacet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets weaknesses be found. */
@Component
final class WeaknessSearch implements SearchSource {

    private final WeaknessList list;
    private final ListSearch search;
    private final LiveConnectors connectors;
    private final JdbcClient jdbc;

    WeaknessSearch(WeaknessList list, ListSearch search, LiveConnectors connectors, JdbcClient jdbc) {
        this.list = list;
        this.search = search;
        this.connectors = connectors;
        this.jdbc = jdbc;
    }

    @Override
    public Section section() {
        return Section.WEAKNESSES;
    }

    @Override
    public Found find(String text) {
        return search.find(
                list,
                text,
                it -> new Hit(
                        it.name(),
                        WeaknessListPage.path(it.id()),
                        SeverityFacet.word(it.severity()) + ", " + Amount.text(it.openFindingCount())
                                + " open findings"));
    }

    /** Also one without an open finding: who types a CVE wants to know about it. */
    @Override
    public List<Hit> named(String text) {
        return jdbc.sql("""
                        select w.id, w.name from weakness w
                        where w.folded = :name
                          and exists (select from connector_weakness k
                                      where k.weakness_id = w.id and k.connector_id = any(:connectors))
                        limit 2""")
                .param("name", Folding.fold(text))
                .param("connectors", connectors.ids())
                .query((row, _) -> new Hit(row.getString(2), WeaknessListPage.path(row.getString(1)), null))
                .list();
    }
}
