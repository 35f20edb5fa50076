package io.plumbline.simulator.xql;

import io.plumbline.simulator.xql.Query.Condition;
import io.plumbline.simulator.xql.Query.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what follows {@code filter}: comparisons, joined by {@code and} (which binds closer) and {@code or}. */
final class ConditionParser {

    private static final String ENUM = "ENUM.";

    private final Tokens tokens;

    ConditionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Condition condition() throws ParseException {
        var left = conjunction();
        while (tokens.accept("or")) {
            left = new Query.Or(left, conjunction());
        }
        return left;
    }

    private Condition conjunction() throws ParseException {
        var left = term();
        while (tokens.accept("and")) {
            left = new Query.And(left, term());
        }
        return left;
    }

    private Condition term() throws ParseException {
        if (tokens.accept("not")) {
            return new Query.Not(term());
        }
        if (tokens.accept("(")) {
            var inner = condition();
            tokens.expect(")");
            return inner;
        }
        var field = tokens.word();
        if (tokens.accept("not")) {
            return new Query.Not(comparison(field));
        }
        return comparison(field);
    }

    private Condition comparison(String field) throws ParseException {
        var operator = tokens.next();
        return switch (operator.text().toLowerCase(Locale.ROOT)) {
            case "=", "<", ">", "<=", ">=", "~=", "contains" ->
                new Query.Comparison(field, operator.text().toLowerCase(Locale.ROOT), List.of(literal()));
            case "!=" -> new Query.Not(new Query.Comparison(field, "=", List.of(literal())));
            case "in" -> new Query.Comparison(field, "in", list());
            default -> throw Tokens.unexpected(operator);
        };
    }

    private List<Literal> list() throws ParseException {
        tokens.expect("(");
        var values = new ArrayList<Literal>();
        do {
            values.add(literal());
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(values);
    }

    private Literal literal() throws ParseException {
        boolean negative = tokens.accept("-");
        var token = tokens.next();
        return switch (token.kind()) {
            case STRING -> new Query.Text(token.text());
            case NUMBER -> new Query.Numeral(number(token) * (negative ? -1 : 1));
            case WORD -> word(token);
            case DURATION, SYMBOL, END -> throw Tokens.unexpected(token);
        };
    }

    private static double number(Token token) throws ParseException {
        try {
            return Double.parseDouble(token.text());
        } catch (NumberFormatException e) {
            throw Tokens.unexpected(token);
        }
    }

    private Literal word(Token token) throws ParseException {
        if (token.is("null")) {
            return new Query.Null();
        }
        if (tokens.accept("(")) {
            while (!tokens.accept(")")) {
                tokens.next();
            }
            while (tokens.accept("-") || tokens.accept("+")) {
                tokens.next();
            }
            return new Query.Computed(token.text() + "()");
        }
        var text = token.text();
        return new Query.Text(text.toUpperCase(Locale.ROOT).startsWith(ENUM) ? text.substring(ENUM.length()) : text);
    }
}
