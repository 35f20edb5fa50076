package io.plumbline.server.platform.table;

import java.util.List;

/**
 * The values of one filter, as a menu or as a page of its own.
 *
 * @param find what the reader typed to find a value
 * @param back the list without choosing
 */
public record FacetView(
        TablePage<?> page,
        Facet facet,
        String path,
        String find,
        List<TableView.Kept> kept,
        List<Choice> choices,
        String back) {

    /**
     * @param amount how many records the value leaves; "10,000+" where that many were counted
     * @param toggle the list with the value set, or no longer set
     */
    public record Choice(String label, String amount, String toggle, boolean on) {}
}
