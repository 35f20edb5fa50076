package io.plumbline.server.platform.table;

import io.plumbline.server.platform.listing.Exports;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Lists;
import io.plumbline.server.platform.page.Reader;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the pages of lists. Safe for many threads. */
@Component
public class Tables {

    private static final Set<String> OF_THE_PAGE_ALONE = Set.of("columns", "from", "find");

    private final Lists lists;
    private final Exports exports;

    Tables(Lists lists, Exports exports) {
        this.lists = lists;
        this.exports = exports;
    }

    /** @throws InvalidInput where a parameter is not understood */
    public <T> TableView show(TablePage<T> page, MultiValueMap<String, String> parameters) {
        Address address = Address.of(page.path(), parameters);
        Page<T> found = lists.page(page.list(), address.parameters(Predicate.not(OF_THE_PAGE_ALONE::contains)));
        return new TableAssembly<>(page, address).view(found);
    }

    /** The values of one filter. */
    <T> FacetView facet(TablePage<T> page, Facet facet, MultiValueMap<String, String> parameters) {
        Address address = Address.of(page.path(), parameters);
        String find = String.join(" ", address.all("find"));
        ListQuery.refuseUnreadable("find", find);
        Address list = address.remove("find");
        List<FacetView.Choice> choices = new ArrayList<>();
        for (Facet.Value value : facet.values().apply(find)) {
            choices.add(choice(page.list(), facet, value, list));
        }
        return new FacetView(
                page,
                facet,
                page.path() + "/facets/" + facet.parameter(),
                find,
                TableAssembly.kept(list, Set.of()),
                choices,
                list.url());
    }

    /** The spans of time that one filter offers, and those that it is set to. */
    <T> PeriodView period(TablePage<T> page, Period period, MultiValueMap<String, String> parameters, Reader reader) {
        Address address = Address.of(page.path(), parameters);
        Address anyTime = period.remove(address);
        List<PeriodView.Choice> choices = period.ready(reader.now()).stream()
                .map(ready -> {
                    Address chosen = period.set(anyTime, ready.parameter(), ready.end());
                    return new PeriodView.Choice(ready.label(), amount(page.list(), chosen), chosen.url());
                })
                .toList();
        return new PeriodView(
                page,
                period,
                page.path() + "/periods/" + period.parameter(),
                TableAssembly.kept(anyTime, Set.of()),
                PeriodView.day(address.all(period.after()), end -> Period.firstDay(end, reader.zone())),
                PeriodView.day(address.all(period.before()), end -> Period.lastDay(end, reader.zone())),
                choices,
                anyTime.equals(address) ? null : anyTime.url(),
                address.url());
    }

    /** All that the page's filters select, in its order. */
    public <T> void csv(TablePage<T> page, MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        exports.csv(page.list(), selecting(page, parameters), response);
    }

    /** Likewise. */
    public <T> void jsonLines(TablePage<T> page, MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        exports.ndjson(page.list(), selecting(page, parameters), response);
    }

    private static MultiValueMap<String, String> selecting(
            TablePage<?> page, MultiValueMap<String, String> parameters) {
        return Address.of(page.path(), parameters).first().parameters(Predicate.not(OF_THE_PAGE_ALONE::contains));
    }

    private <T> FacetView.Choice choice(ListDefinition<?, T> list, Facet facet, Facet.Value value, Address address) {
        boolean on = address.has(facet.parameter(), value.value());
        Address alone = address.set(facet.parameter(), value.value());
        return new FacetView.Choice(
                value.label(),
                amount(list, alone),
                (on ? address.remove(facet.parameter(), value.value()) : address.add(facet.parameter(), value.value()))
                        .url(),
                on);
    }

    private String amount(ListDefinition<?, ?> list, Address address) {
        return Amount.of(lists.total(list, address.parameters(list.filters()::contains)))
                .text();
    }
}
