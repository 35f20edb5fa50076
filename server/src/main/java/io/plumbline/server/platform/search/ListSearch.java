package io.plumbline.server.platform.search;

import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Lists;
import io.plumbline.server.platform.listing.Total;
import io.plumbline.server.platform.search.SearchSource.Found;
import io.plumbline.server.platform.search.SearchSource.Hit;
import io.plumbline.server.platform.web.Page;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Searches a list by its own filter {@code q}: total and hits are those that its page shows. Safe for many threads. */
@Component
public class ListSearch {

    private final Lists lists;

    ListSearch(Lists lists) {
        this.lists = lists;
    }

    /** @param hit from a record */
    public <T> Found find(ListDefinition<?, T> list, String text, Function<T, Hit> hit) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("q", text);
        parameters.add("limit", Integer.toString(SearchSource.SHOWN));
        Page<T> page = lists.page(list, parameters);
        return new Found(
                new Total(page.total(), page.totalIsExact()),
                page.items().stream().map(hit).toList());
    }
}
