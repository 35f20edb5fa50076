package io.plumbline.server.platform.search;

import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.search.SearchPage.Kind;
import io.plumbline.server.platform.search.SearchSource.Found;
import io.plumbline.server.platform.search.SearchSource.Hit;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.platform.web.ListQuery;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One search over everything. What bears exactly the name that was asked for is shown at once, if nothing else bears it. */
@Needs(Permission.READ)
@PageController
class SearchPages {

    private final Pages pages;
    private final List<SearchSource> sources;

    SearchPages(Pages pages, List<SearchSource> sources) {
        this.pages = pages;
        this.sources = sources.stream()
                .sorted(Comparator.comparing(SearchSource::section))
                .toList();
    }

    @GetMapping("/find")
    View find(@RequestParam(defaultValue = "") String q) {
        String text = q.strip();
        if (text.isEmpty()) {
            return page(new SearchPage("", List.of()));
        }
        ListQuery.refuseUnreadable("q", text);
        List<Hit> named =
                sources.stream().flatMap(source -> source.named(text).stream()).toList();
        if (named.size() == 1) {
            return SeeOther.at(named.getFirst().href());
        }
        return page(new SearchPage(
                text,
                sources.stream()
                        .map(source -> kind(source, text))
                        .filter(kind -> !kind.hits().isEmpty())
                        .toList()));
    }

    private static Kind kind(SearchSource source, String text) {
        Found found = source.find(text);
        Amount amount = new Amount(found.total().count(), found.total().isExact());
        return new Kind(
                source.section().label(),
                amount.text(),
                source.all(text),
                found.hits(),
                amount.count() > found.hits().size());
    }

    private View page(SearchPage page) {
        return pages.page(HttpStatus.OK, null, "Search", "search/page", page);
    }
}
