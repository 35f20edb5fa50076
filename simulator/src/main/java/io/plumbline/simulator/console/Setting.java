package io.plumbline.simulator.console;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.vendor.Behaviour;
import io.plumbline.simulator.vendor.Behaviour.CostField;
import io.plumbline.simulator.vendor.Behaviour.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One thing about the tenant's behaviour that can be set.
 *
 * @param read its value as JSON
 * @param accept reads a value, refuses a wrong one, and tells what to do with a right one
 */
record Setting(String name, String meaning, Function<Behaviour, JsonNode> read, Accept accept) {

    /** What a value does. */
    @FunctionalInterface
    interface Accept {
        Runnable of(Behaviour behaviour, JsonNode value);
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<Setting> ALL = List.of(
            flag(
                    "hostInsights",
                    "the licence; without it the vulnerability data sets are empty",
                    Behaviour::hostInsights,
                    Behaviour::hostInsights),
            denied(),
            new Setting(
                    "clockTolerance",
                    "how far an Advanced key's time-stamp may be off",
                    it -> JSON.stringNode(it.clockTolerance().toString()),
                    (it, value) -> {
                        var tolerance = Fields.duration("clockTolerance", value.asString(""));
                        return () -> it.clockTolerance(tolerance);
                    }),
            number(
                    "requestsPerSecond",
                    "over all calls; 0 for no limit",
                    Behaviour::requestsPerSecond,
                    Behaviour::requestsPerSecond),
            number(
                    "parallelQueries",
                    "how many queries may run at once",
                    Behaviour::parallelQueries,
                    Behaviour::parallelQueries),
            number(
                    "pendingPolls",
                    "how often a query is PENDING before its result",
                    Behaviour::pendingPolls,
                    Behaviour::pendingPolls),
            constant("outcome", "how queries end", Outcome.values(), Behaviour::outcome, Behaviour::outcome),
            numberOfResults(),
            flag(
                    "totalCount",
                    "whether get_endpoint replies total_count",
                    Behaviour::totalCount,
                    Behaviour::totalCount),
            flag(
                    "endpointIdFilter",
                    "whether get_endpoint knows the filter endpoint_id_list",
                    Behaviour::endpointIdFilter,
                    Behaviour::endpointIdFilter),
            constant(
                    "costField",
                    "the documentation's name for a query's cost or the one seen live",
                    CostField.values(),
                    Behaviour::costField,
                    Behaviour::costField),
            flag(
                    "doubleGzip",
                    "whether transport compresses a compressed stream once more",
                    Behaviour::doubleGzip,
                    Behaviour::doubleGzip));

    private static Setting flag(
            String name, String meaning, Predicate<Behaviour> read, BiConsumer<Behaviour, Boolean> write) {
        return new Setting(name, meaning, it -> JSON.booleanNode(read.test(it)), (it, value) -> {
            boolean flag = Fields.flag(name, value);
            return () -> write.accept(it, flag);
        });
    }

    private static Setting number(
            String name, String meaning, ToIntFunction<Behaviour> read, BiConsumer<Behaviour, Integer> write) {
        return new Setting(name, meaning, it -> JSON.numberNode(read.applyAsInt(it)), (it, value) -> {
            int number = Fields.count(name, value);
            return () -> write.accept(it, number);
        });
    }

    private static <E extends Enum<E>> Setting constant(
            String name, String meaning, E[] all, Function<Behaviour, E> read, BiConsumer<Behaviour, E> write) {
        var words = Arrays.stream(all)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Setting(
                name,
                meaning + ": " + String.join(", ", words),
                it -> JSON.stringNode(read.apply(it).name().toLowerCase(Locale.ROOT)),
                (it, value) -> {
                    var constant = Fields.constant(name, value.asString(""), all);
                    return () -> write.accept(it, constant);
                });
    }

    private static Setting denied() {
        return new Setting(
                "denied",
                "the calls that the keys have no permission for",
                it -> {
                    var list = JSON.arrayNode();
                    it.denied().forEach(call -> list.add(call.word()));
                    return list;
                },
                (it, value) -> {
                    var calls = Fields.texts("denied", value).stream()
                            .map(word -> Fields.call("denied", word))
                            .toList();
                    return () -> Arrays.stream(Call.values()).forEach(call -> it.permit(call, !calls.contains(call)));
                });
    }

    private static Setting numberOfResults() {
        return new Setting(
                "numberOfResults",
                "a number_of_results that may be untrue; null for the true one",
                it -> it.numberOfResults().isEmpty()
                        ? JSON.nullNode()
                        : JSON.numberNode(it.numberOfResults().getAsLong()),
                (it, value) -> {
                    var number = value.isNull()
                            ? OptionalLong.empty()
                            : OptionalLong.of(Fields.number("numberOfResults", value));
                    return () -> it.numberOfResults(number);
                });
    }
}
