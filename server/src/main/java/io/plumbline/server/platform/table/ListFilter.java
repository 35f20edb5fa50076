package io.plumbline.server.platform.table;

/** A filter that a list's page offers as a menu. */
public sealed interface ListFilter permits Facet, Period {

    /** What names it in the path of its menu. */
    String parameter();

    /** As the reader sees it. */
    String label();
}
