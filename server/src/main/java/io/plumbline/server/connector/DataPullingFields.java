package io.plumbline.server.connector;

import io.plumbline.server.connector.DataPulling.FindingsSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code dataPulling}; a field whose feature is not built takes null or its default and nothing else. */
final class DataPullingFields {

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_ENDPOINTS = 10_000_000;
    private static final int MOST_STATUSES = 100;
    private static final int LONGEST_STATUS = 64;
    private static final String NOT_BUILT = "This version cannot do that yet: only %s is accepted.";

    private DataPullingFields() {}

    static DataPulling read(Fields form) {
        Fields fields = form.section("dataPulling");
        DataPulling otherwise = DataPulling.DEFAULT;
        DataPulling read = new DataPulling(
                fields.wholeNumber("assetRetentionDays", 1, MOST_DAYS, otherwise.assetRetentionDays()),
                statuses(fields),
                fields.choice("ingest", DataPulling.Ingest.class, otherwise.ingest()),
                fields.wholeNumber("maxEndpoints", 1, MOST_ENDPOINTS, otherwise.maxEndpoints()),
                fields.wholeNumber("massChangeGuardPercent", 1, 100, otherwise.massChangeGuardPercent()),
                fields.flag("includeExcluded", otherwise.includeExcluded()),
                findingsSource(fields),
                DataPulling.Filters.NONE,
                null,
                fields.wholeNumber("purgeAfterDays", 1, MOST_DAYS, otherwise.purgeAfterDays()));
        readFilters(fields);
        if (fields.value("label").isPresent()) {
            fields.refuse("label", NOT_BUILT.formatted("null"));
        }
        fields.refuseUnknown();
        return read;
    }

    /** Words we do not know are taken as they are: the vendor may have more than the documents say. */
    private static List<String> statuses(Fields fields) {
        List<String> words = fields.texts("removeAssetsWithStatus").orElse(List.of()).stream()
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        if (words.size() > MOST_STATUSES) {
            fields.refuse("removeAssetsWithStatus", "At most %d statuses.".formatted(MOST_STATUSES));
        }
        boolean unfit = words.stream()
                .anyMatch(word -> word.isEmpty()
                        || word.length() > LONGEST_STATUS
                        || word.chars().anyMatch(Character::isISOControl));
        if (unfit) {
            fields.refuse("removeAssetsWithStatus", "Each status has 1 to %d characters.".formatted(LONGEST_STATUS));
        }
        return words;
    }

    private static FindingsSource findingsSource(Fields fields) {
        Optional<String> word = fields.text("findingsSource");
        if (word.isPresent() && (word.get().equals("VA_ENDPOINTS") || word.get().equals("FINDINGS"))) {
            fields.refuse("findingsSource", NOT_BUILT.formatted("AUTOMATIC or VA_CVES"));
            return FindingsSource.AUTOMATIC;
        }
        return fields.choice("findingsSource", FindingsSource.class, FindingsSource.AUTOMATIC);
    }

    private static void readFilters(Fields dataPulling) {
        Fields filters = dataPulling.section("filters");
        for (String list : List.of("groups", "tags", "platforms", "endpointTypes")) {
            if (!filters.texts(list).orElse(List.of()).isEmpty()) {
                filters.refuse(list, NOT_BUILT.formatted("an empty list"));
            }
        }
        if (filters.value("minimumSeverity").isPresent()) {
            filters.refuse("minimumSeverity", NOT_BUILT.formatted("null"));
        }
        filters.refuseUnknown();
    }
}
