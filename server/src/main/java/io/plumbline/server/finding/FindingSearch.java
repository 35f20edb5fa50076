package io.plumbline.server.finding;

import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.search.ListSearch;
import io.plumbline.server.platform.search.SearchSource;
import io.plumbline.server.platform.table.SeverityFacet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets findings be found. They bear no names of their own: an exact name is the weakness's or the asset's. */
@Component
final class FindingSearch implements SearchSource {

    private final FindingList list;
    private final ListSearch search;

    FindingSearch(FindingList list, ListSearch search) {
        this.list = list;
        this.search = search;
    }

    @Override
    public Section section() {
        return Section.FINDINGS;
    }

    @Override
    public Found find(String text) {
        return search.find(
                list,
                text,
                it -> new Hit(
                        it.name() + " on " + it.assetName(),
                        Section.FINDINGS.path() + "/" + it.id(),
                        SeverityFacet.word(it.severity())));
    }

    @Override
    public List<Hit> named(String text) {
        return List.of();
    }
}
