package io.plumbline.server.platform.table;

import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What every list has below its path: the page itself, the values of each filter, and its exports. Each list says itself who may
 * read it. Safe for many threads.
 */
public abstract class ListPages<T> {

    private final Pages pages;
    private final Tables tables;
    private final TablePage<T> table;

    protected ListPages(Pages pages, Tables tables, TablePage<T> table) {
        this.pages = pages;
        this.tables = tables;
        this.table = table;
    }

    @GetMapping
    public final View list(@RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(table.section(), table.title(), "table/page", tables.show(shown(parameters), parameters));
    }

    @GetMapping("/facets/{parameter}")
    public final View filter(
            @PathVariable String parameter,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        return switch (known(parameter)) {
            case Facet facet ->
                pages.page(table.section(), table.title(), "table/facet", tables.facet(table, facet, parameters));
            case Period period ->
                pages.page(
                        table.section(),
                        table.title(),
                        "table/period",
                        tables.period(table, period, parameters, pages.reader(request)));
        };
    }

    /** Days, both included, as the reader's calendar has them; the list's address then names moments, the same for everybody. */
    @GetMapping("/periods/{parameter}")
    public final View days(
            @PathVariable String parameter,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        if (!(known(parameter) instanceof Period period)) {
            throw new NotFound("This list has no period " + parameter + ".");
        }
        Address list = PeriodForm.read(
                period,
                Address.of(table.path(), parameters),
                pages.reader(request).zone());
        RedirectView redirect = new RedirectView(list.url());
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }

    private ListFilter known(String parameter) {
        return table.filter(parameter).orElseThrow(() -> new NotFound("This list has no filter " + parameter + "."));
    }

    @GetMapping("/export.csv")
    public final void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        tables.csv(table, parameters, response);
    }

    @GetMapping("/export.jsonl")
    public final void jsonLines(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        tables.jsonLines(table, parameters, response);
    }

    /** The list as it looks with some filters; it selects the same. */
    protected TablePage<T> shown(MultiValueMap<String, String> parameters) {
        return table;
    }

    /** The page of one of its records. */
    protected final View page(String title, String template, Object content) {
        return pages.page(table.section(), title, template, content);
    }
}
