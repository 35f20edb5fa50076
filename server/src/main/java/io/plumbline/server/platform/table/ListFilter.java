package io.plumbline.server.platform.table;

import java.util.Set;

/** A filter that a list's page offers as a menu. */
public sealed interface ListFilter permits Facet, Period {

    /** What names it in the path of its menu. */
    String parameter();

    /** The parameters of the list that it sets. */
    Set<String> asks();

    /** As the reader sees it. */
    String label();
}
