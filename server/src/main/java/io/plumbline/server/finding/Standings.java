package io.plumbline.server.finding;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which findings a list shows, whatever its filters: those in some states that are in the inventory, or those that are withheld
 * for some reasons. Immutable.
 *
 * @param withheld empty: those in the inventory
 */
record Standings(Set<FindingState> states, Set<WithheldReason> withheld) {

    /** What is open: without a state asked for, lists show it. */
    private static final Set<FindingState> OPEN = EnumSet.of(FindingState.ACTIVE, FindingState.RESURFACED);

    Standings {
        states = Set.copyOf(states);
        withheld = Set.copyOf(withheld);
    }

    static Standings asked(Set<FindingState> states, Set<WithheldReason> withheld) {
        return new Standings(states.isEmpty() ? OPEN : states, withheld);
    }

    boolean isInInventory() {
        return withheld.isEmpty();
    }

    boolean hasOpen() {
        return states.stream().anyMatch(OPEN::contains);
    }

    boolean hasFixed() {
        return states.contains(FindingState.FIXED);
    }

    /** FIXED ones and no others. */
    boolean isFixed() {
        return states.equals(Set.of(FindingState.FIXED));
    }

    /** What counters count: all that is open in the inventory, or all that is fixed, or both. */
    boolean isCounted() {
        return isInInventory() && (isFixed() || states.containsAll(OPEN));
    }

    Standings fixed() {
        return only(FindingState.FIXED::equals);
    }

    Standings open() {
        return only(OPEN::contains);
    }

    private Standings only(Predicate<FindingState> some) {
        Set<FindingState> left = EnumSet.noneOf(FindingState.class);
        states.stream().filter(some).forEach(left::add);
        return new Standings(left, withheld);
    }

    /** As the column {@code standing} has them, for an SQL parameter of type {@code int[]}. */
    Integer[] stored() {
        return states.stream()
                .flatMap(state -> (isInInventory()
                                ? Set.of(0).stream()
                                : withheld.stream().map(WithheldReason::stored))
                        .map(reason -> reason * 10 + state.stored()))
                .sorted()
                .toArray(Integer[]::new);
    }
}
