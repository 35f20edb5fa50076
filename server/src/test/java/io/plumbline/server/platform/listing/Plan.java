package io.plumbline.server.platform.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How PostgreSQL would carry out a statement, and whether that is how a list may read a large table:
 *
 * <ul>
 *   <li>along an index from a bound on, never a table or an index whole;
 *   <li>no further than a limit says, where there is more to read than {@link Total#COUNTED} and one. A limit bounds what is read
 *       one by one for it, not what is collected first: below a sort there has to be a limit again;
 *   <li>collecting no more than so many rows, be it to sort, to hash or to count them, by PostgreSQL's own estimate. A sort within
 *       ranks that come in order collects a rank at a time.
 * </ul>
 */
public record Plan(String sql, JsonNode root) {

    private static final int MOST = Total.COUNTED + 1;

    /** They pass on each row as it comes. */
    private static final Set<String> STREAMING =
            Set.of("Nested Loop", "Append", "Merge Append", "Subquery Scan", "Memoize", "Result", "Unique");

    private static final Set<String> ONE_RANK_AT_A_TIME = Set.of("Limit", "Incremental Sort");

    /** What breaks the rule, in words; empty for a plan that keeps it. */
    public List<String> faults(Pattern largeTable) {
        List<String> faults = new ArrayList<>();
        look(root, largeTable, false, faults);
        return faults;
    }

    /** @return whether the node reads the table */
    private static boolean look(JsonNode node, Pattern largeTable, boolean limited, List<String> faults) {
        String type = node.get("Node Type").stringValue();
        String table = node.path("Relation Name").asString("");
        boolean reads = largeTable.matcher(table).matches();
        if (reads) {
            if (type.equals("Seq Scan") || (type.startsWith("Index") && !node.has("Index Cond"))) {
                faults.add("reads all of " + node.path("Index Name").asString(table));
            } else if (!limited && rows(node) > MOST) {
                faults.add("reads " + rows(node) + " rows of " + table + " without a limit");
            }
        }
        boolean streams = STREAMING.contains(type);
        boolean bounded = type.equals("Limit") ? rows(node) <= MOST : limited && streams;
        for (JsonNode input : node.path("Plans")) {
            boolean below = look(input, largeTable, bounded, faults);
            reads |= below;
            if (below && !streams && !ONE_RANK_AT_A_TIME.contains(type) && rows(input) > MOST) {
                faults.add(type + " of " + rows(input) + " rows");
            }
        }
        return reads;
    }

    private static long rows(JsonNode node) {
        return node.get("Plan Rows").longValue();
    }
}
