package io.plumbline.simulator.xql;

import io.plumbline.simulator.xql.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads queries: settings, the data set, then stages. */
public final class Parser {

    private static final Set<String> NOT_SIMULATED = Set.of(
            "alter",
            "bin",
            "dedup",
            "getrole",
            "iploc",
            "join",
            "replacenull",
            "target",
            "top",
            "transaction",
            "union",
            "view",
            "windowcomp");

    private final Tokens tokens;

    private Parser(Tokens tokens) {
        this.tokens = tokens;
    }

    public static Query parse(String query) throws ParseException {
        return new Parser(new Tokens(Lexer.tokens(query))).query();
    }

    private Query query() throws ParseException {
        var config = config();
        tokens.expect("dataset");
        tokens.expect("=");
        var dataset = tokens.word();
        var stages = new ArrayList<Query.Stage>();
        while (!tokens.atEnd()) {
            tokens.expect("|");
            stages.add(stage());
        }
        return new Query(config, dataset, List.copyOf(stages));
    }

    private Map<String, String> config() throws ParseException {
        var config = new HashMap<String, String>();
        while (tokens.accept("config")) {
            do {
                var key = tokens.word().toLowerCase(Locale.ROOT);
                tokens.expect("=");
                config.put(key, tokens.next().text());
            } while (tokens.peek().kind() == Kind.WORD);
            tokens.expect("|");
        }
        return Map.copyOf(config);
    }

    private Query.Stage stage() throws ParseException {
        var name = tokens.next();
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "fields" -> fields();
            case "filter" -> new Query.Filter(new ConditionParser(tokens).condition());
            case "comp" -> comp();
            case "limit" -> new Query.Limit(tokens.wholeNumber());
            case "sort" -> sort();
            case "arrayexpand" -> new Query.ArrayExpand(tokens.word());
            default -> {
                if (!NOT_SIMULATED.contains(name.text().toLowerCase(Locale.ROOT))) {
                    throw new ParseException(name, "no viable alternative at input '|" + name.text() + "'");
                }
                tokens.skipToPipe();
                yield new Query.NotSimulated(name.text());
            }
        };
    }

    private Query.Stage fields() throws ParseException {
        var columns = new ArrayList<Query.Column>();
        do {
            var name = tokens.accept("*") ? "*" : tokens.word();
            columns.add(new Query.Column(name, tokens.accept("as") ? tokens.word() : name));
        } while (tokens.accept(","));
        return new Query.Fields(List.copyOf(columns));
    }

    private Query.Stage comp() throws ParseException {
        var aggregates = new ArrayList<Query.Aggregate>();
        do {
            var function = tokens.peek();
            tokens.word();
            if (!function.is("count") && !function.is("sum")) {
                throw new ParseException(function, "no viable alternative at input '" + function.text() + "'");
            }
            tokens.expect("(");
            var field = tokens.peek().kind() == Kind.WORD ? tokens.word() : "";
            tokens.expect(")");
            var name = function.text().toLowerCase(Locale.ROOT);
            var alias = tokens.accept("as") ? tokens.word() : name + "_1";
            aggregates.add(new Query.Aggregate(name, field, alias));
        } while (tokens.accept(","));
        var by = new ArrayList<String>();
        if (tokens.accept("by")) {
            do {
                by.add(tokens.word());
            } while (tokens.accept(","));
        }
        return new Query.Comp(List.copyOf(aggregates), List.copyOf(by));
    }

    private Query.Stage sort() throws ParseException {
        var keys = new ArrayList<Query.Key>();
        do {
            boolean descending = tokens.accept("desc");
            if (!descending) {
                tokens.accept("asc");
            }
            keys.add(new Query.Key(tokens.word(), descending));
        } while (tokens.accept(","));
        return new Query.Sort(List.copyOf(keys));
    }
}
