package io.plumbline.server.inventory;

import io.plumbline.connector.api.Severity;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rows of one weakness in one sync, united: semantics §3, first paragraphs. */
record ModelWeakness(
        Severity severity,
        @Nullable BigDecimal score,
        @Nullable String vendorSeverity,
        @Nullable String description,
        boolean excluded,
        boolean complete,
        Set<String> hosts) {

    private static final Comparator<@Nullable BigDecimal> SCORES = Comparator.nullsFirst(BigDecimal::compareTo);

    /** The highest score decides; where no row has one, the word that stands for it does. */
    private static final Comparator<WeaknessRecord> WORST_LAST =
            Comparator.comparing(WeaknessRecord::severityScore, SCORES).thenComparing(WeaknessRecord::severity);

    static Map<String, ModelWeakness> unite(List<Row> rows, boolean includeExcluded) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        for (Row row : rows) {
            byName.computeIfAbsent(row.weakness().name(), name -> new ArrayList<>())
                    .add(row);
        }
        Map<String, ModelWeakness> united = new LinkedHashMap<>();
        byName.forEach((name, same) -> united.put(name, ofRows(same, includeExcluded)));
        return united;
    }

    private static ModelWeakness ofRows(List<Row> rows, boolean includeExcluded) {
        List<WeaknessRecord> records = rows.stream().map(Row::weakness).toList();
        WeaknessRecord worst = Collections.max(records, WORST_LAST);
        String word = worst.vendorSeverity() == null
                ? firstText(records.stream().map(WeaknessRecord::vendorSeverity).toList())
                : worst.vendorSeverity();
        String description =
                firstText(records.stream().map(WeaknessRecord::description).toList());
        Set<String> hosts = new TreeSet<>();
        rows.forEach(row -> hosts.addAll(row.hosts()));
        return new ModelWeakness(
                worst.severity(),
                worst.severityScore(),
                word,
                description,
                !includeExcluded && records.stream().allMatch(WeaknessRecord::excluded),
                records.stream().allMatch(record -> record.evidence() == HostEvidence.COMPLETE),
                hosts);
    }

    private static @Nullable String firstText(List<@Nullable String> texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    boolean showsOtherValuesThan(ModelWeakness before) {
        return severity != before.severity
                || SCORES.compare(score, before.score) != 0
                || !Objects.equals(description, before.description);
    }
}
