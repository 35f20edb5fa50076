package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.Row;
import io.plumbline.simulator.xql.Query.Literal;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Makes a predicate of a filter. Text compares without regard to case, lists match where one element does. */
final class Matcher {

    private final Dataset dataset;

    Matcher(Dataset dataset) {
        this.dataset = dataset;
    }

    /** @throws QueryFailure for a field that the data set does not have, or a value of a type that it cannot have */
    Predicate<Row> of(Query.Condition condition) {
        return switch (condition) {
            case Query.And(var left, var right) -> of(left).and(of(right));
            case Query.Or(var left, var right) -> of(left).or(of(right));
            case Query.Not(var inner) -> of(inner).negate();
            case Query.Comparison comparison -> comparison(comparison);
        };
    }

    private Predicate<Row> comparison(Query.Comparison comparison) {
        var field = dataset.require(comparison.field());
        for (var literal : comparison.values()) {
            requireType(field, literal);
        }
        if (comparison.operator().equals("~=")
                && comparison.values().getFirst() instanceof Query.Text(var expression)) {
            var pattern = pattern(expression);
            return row -> Cells.elements(row.get(field))
                    .anyMatch(each -> pattern.matcher(Cells.text(each)).find());
        }
        return row -> comparison.values().stream()
                .anyMatch(literal -> matches(row.get(field), comparison.operator(), literal));
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new QueryFailure("invalid regular expression " + expression);
        }
    }

    private void requireType(String field, Literal literal) {
        boolean time = dataset.times().contains(field);
        if (literal instanceof Query.Computed || (time && literal instanceof Query.Numeral)) {
            throw new QueryFailure("wrong type of value for field " + field);
        }
    }

    private static boolean matches(@Nullable Object cell, String operator, Literal literal) {
        return switch (literal) {
            case Query.Null() -> operator.equals("=") && Cells.isNull(cell);
            case Query.Numeral(double number) ->
                Cells.elements(cell)
                        .anyMatch(each -> compares(Double.compare(Cells.number(each), number), operator)
                                && !Double.isNaN(Cells.number(each)));
            case Query.Text(var text) ->
                Cells.elements(cell).anyMatch(each -> matches(Cells.text(each), operator, text));
            case Query.Computed computed -> false;
        };
    }

    private static boolean matches(String cell, String operator, String text) {
        if (operator.equals("contains")) {
            return cell.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
        return compares(cell.compareToIgnoreCase(text), operator);
    }

    private static boolean compares(int order, String operator) {
        return switch (operator) {
            case "=", "in" -> order == 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            default -> false;
        };
    }
}
