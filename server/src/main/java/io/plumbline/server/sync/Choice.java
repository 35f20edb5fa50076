package io.plumbline.server.sync;

import io.plumbline.server.platform.table.Address;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A value of a filter.
 *
 * @param toggle the page with the value set, or no longer set
 */
public record Choice(String label, String toggle, boolean on) {

    static <E extends Enum<E>> List<Choice> of(
            Collection<E> values, Function<E, String> words, Collection<E> chosen, String parameter, Address address) {
        return values.stream()
                .map(value -> new Choice(
                        words.apply(value),
                        toggled(address, parameter, value, chosen.contains(value))
                                .url(),
                        chosen.contains(value)))
                .toList();
    }

    private static <E extends Enum<E>> Address toggled(Address address, String parameter, E value, boolean on) {
        return on ? address.remove(parameter, value.name()) : address.add(parameter, value.name());
    }
}
