package io.plumbline.server.validation;

import io.plumbline.server.inventory.Comparison;
import io.plumbline.server.inventory.Difference;
import io.plumbline.server.platform.table.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparison as a sum that a person can check: the vendor's number, what is taken off or added for which reason, and the
 * inventory's.
 *
 * @param vendor what the vendor calls it
 * @param inventory what it is here
 */
public record ComparisonTable(
        String vendor, String vendorCount, List<Row> rows, String inventory, String inventoryCount) {

    /**
     * @param count signed: what leads from the vendor's number to ours
     * @param examples in words; empty where there are none
     */
    public record Row(String count, String reason, String examples, boolean unexplained) {}

    static ComparisonTable of(String vendor, String inventory, Comparison part) {
        List<Row> rows = new ArrayList<>(part.differences().stream()
                .map(difference -> new Row(
                        signed(-difference.count()),
                        ValidationWords.of(difference.reason(), difference.count() > 0),
                        examples(difference),
                        false))
                .toList());
        if (part.unexplained() != 0) {
            rows.add(new Row(signed(-part.unexplained()), "for no reason that is known", "", true));
        }
        return new ComparisonTable(vendor, Amount.text(part.vendor()), rows, inventory, Amount.text(part.inventory()));
    }

    private static String signed(long count) {
        return (count < 0 ? "− " : "+ ") + Amount.text(Math.abs(count));
    }

    private static String examples(Difference difference) {
        String some = String.join(", ", difference.examples());
        return difference.examples().size() == Difference.MOST_EXAMPLES ? some + ", …" : some;
    }
}
