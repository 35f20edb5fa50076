package io.plumbline.simulator.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the console changed about a vulnerability. Never modified once made.
 *
 * @param row its columns but the hosts
 * @param seededHosts whether the seed's hosts are affected besides {@code hosts}
 * @param hosts names given by the console, in its order, repeated if it repeats them
 * @param patched names that are affected no more
 */
record CveChange(Change row, boolean seededHosts, List<String> hosts, Set<String> patched) {

    static final CveChange NONE = new CveChange(Change.NONE, true, List.of(), Set.of());

    CveChange withRow(Change other) {
        return new CveChange(other, seededHosts, hosts, patched);
    }

    CveChange withHosts(List<String> names) {
        return new CveChange(row, false, List.copyOf(names), Set.of());
    }

    CveChange plus(String host) {
        var more = new ArrayList<>(hosts);
        more.add(host);
        var left = new HashSet<>(patched);
        left.remove(host);
        return new CveChange(row, seededHosts, List.copyOf(more), Set.copyOf(left));
    }

    CveChange minus(String host) {
        var more = new HashSet<>(patched);
        more.add(host);
        var left = hosts.stream().filter(each -> !each.equals(host)).toList();
        return new CveChange(row, seededHosts, left, Set.copyOf(more));
    }
}
