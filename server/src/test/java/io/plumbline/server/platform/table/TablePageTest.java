package io.plumbline.server.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.listing.Column;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A page that asks its list for what that does not have is a mistake, and found at the start. */
class TablePageTest {

    private static final TableColumn<String> NAME = TableColumn.of("name", "Name", Cell::text);
    private static final Facet COLOUR = Facet.of("colour", "Colour", List.of());
    private static final Period SEEN = new Period("seen", "Seen");

    /** Of names, by colour and by when they were seen. */
    private static final class Names implements ListDefinition<String, String> {

        @Override
        public String name() {
            return "names";
        }

        @Override
        public Set<String> filters() {
            return Set.of("colour", "seenAfter", "seenBefore", "leftAfter");
        }

        @Override
        public List<Sort> sorts() {
            return List.of(new Sort("name", false));
        }

        @Override
        public Selection<String> select(ListQuery query, Sort sort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> load(Collection<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Column<String>> columns() {
            return List.of();
        }
    }

    @Test
    void whatTheListHasIsTaken() {
        assertThat(page(
                                List.of(NAME.sortedBy("name")),
                                List.of(COLOUR, SEEN),
                                List.of(TablePage.View.usual("all"), new TablePage.View("red", "colour", "RED")))
                        .columns())
                .hasSize(1);
    }

    @Test
    void aFilterThatTheListDoesNotHaveIsRefused() {
        refused("the list has no filter shape", List.of(NAME), List.of(Facet.of("shape", "Shape", List.of())));
    }

    @Test
    void aPeriodWithOneEndOnlyIsRefused() {
        refused("the list has no filter leftBefore", List.of(NAME), List.of(new Period("left", "Left")));
    }

    @Test
    void aPeriodThatSetsAnotherFilterNeedsThatOneToo() {
        refused(
                "the list has no filter state",
                List.of(NAME),
                List.of(new Period("seen", "Seen", Map.of("state", "GONE"))));
    }

    @Test
    void aSortThatTheListDoesNotHaveIsRefused() {
        refused("the list has no sort age", List.of(NAME.sortedDownBy("age")), List.of());
    }

    @Test
    void twoOfOneNameAreRefused() {
        refused("two columns have one name", List.of(NAME, NAME), List.of());
        refused("two filters have one name", List.of(NAME), List.of(COLOUR, COLOUR));
    }

    @Test
    void aViewOfAFilterThatTheListDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> page(List.of(NAME), List.of(), List.of(new TablePage.View("big", "size", "BIG"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the list has no filter size");
    }

    private static void refused(String why, List<TableColumn<String>> columns, List<ListFilter> filters) {
        assertThatThrownBy(() -> page(columns, filters, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    private static TablePage<String> page(
            List<TableColumn<String>> columns, List<ListFilter> filters, List<TablePage.View> views) {
        return new TablePage<>(
                Section.ASSETS,
                new Names(),
                new TablePage.Words("name", "names"),
                "Search",
                columns,
                filters,
                _ -> null,
                views,
                new TablePage.Empty("None", "None yet.", "Go", "/"));
    }
}
