package io.plumbline.server.platform.table;

import io.plumbline.server.platform.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What every list has below its path: the page itself, the values of each filter, and its exports. Safe for many threads. */
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
        return pages.page(table.section(), table.title(), "table/page", tables.show(table, parameters));
    }

    @GetMapping("/facets/{parameter}")
    public final View facet(@PathVariable String parameter, @RequestParam MultiValueMap<String, String> parameters) {
        return pages.page(table.section(), table.title(), "table/facet", tables.facet(table, parameter, parameters));
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

    /** The page of one of its records. */
    protected final View page(String title, String template, Object content) {
        return pages.page(table.section(), title, template, content);
    }
}
