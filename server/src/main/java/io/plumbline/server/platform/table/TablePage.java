package io.plumbline.server.platform.table;

import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.page.Section;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list's page as its feature declares it. Immutable, safe for many threads.
 *
 * @param section whose path is the page's
 * @param list the same that the REST API answers with
 * @param words what one record is called, and many
 * @param searchHint what the search looks into
 * @param columns the first is the link to the record and is always shown
 * @param facets the filters with values to choose from
 * @param chips names values of filters that are set by links alone, such as {@code assetId}; null for one that is named by a facet
 * @param views ready-made filters one click away, such as archived assets
 * @param empty what stands where the inventory has none at all
 */
public record TablePage<T>(
        Section section,
        ListDefinition<?, T> list,
        Words words,
        String searchHint,
        List<TableColumn<T>> columns,
        List<Facet> facets,
        Function<Filter, @Nullable String> chips,
        List<View> views,
        Empty empty) {

    public record Words(String one, String many) {}

    /** A filter with one of its values. */
    public record Filter(String parameter, String value) {}

    /**
     * @param query the address's query, such as {@code status=ARCHIVED}
     */
    public record View(String label, String query) {}

    /**
     * @param title what would stand here
     * @param reason why it does not
     * @param action what changes it
     */
    public record Empty(String title, String reason, String action, String href) {}

    public String path() {
        return section.path();
    }

    public String title() {
        return section.label();
    }
}
