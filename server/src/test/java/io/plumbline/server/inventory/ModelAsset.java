package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.server.inventory.Snapshot.AssetState;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An asset of the model: semantics §2, one asset at a time.
 *
 * @param values as the vendor gave them last, without times
 * @param vendorKnowsFirst false: the vendor did not say at first sight, so that sync's start stands for good
 * @param archivedReason null while ACTIVE
 * @param formerNames each with the run that took it away last
 */
record ModelAsset(
        AssetRecord values,
        Instant firstObservedAt,
        boolean vendorKnowsFirst,
        Instant lastObservedAt,
        @Nullable String archivedReason,
        @Nullable Instant archivedAt,
        SortedMap<String, Long> formerNames) {

    /** An asset that a sync returns. */
    static ModelAsset returned(@Nullable ModelAsset before, AssetRecord record, Rules rules, long run) {
        Instant last = record.lastObservedAt() == null ? rules.at() : record.lastObservedAt();
        boolean vendorKnowsFirst = before == null ? record.firstObservedAt() != null : before.vendorKnowsFirst;
        Instant first;
        if (before == null) {
            first = vendorKnowsFirst ? record.firstObservedAt() : rules.at();
        } else if (vendorKnowsFirst && record.firstObservedAt() != null) {
            first = record.firstObservedAt();
        } else {
            first = before.firstObservedAt;
        }
        SortedMap<String, Long> former = new TreeMap<>();
        if (before != null) {
            former.putAll(before.formerNames);
            if (!before.name().equals(record.name())) {
                former.put(before.name(), run);
            }
        }
        ModelAsset asset = new ModelAsset(
                withoutTimes(record),
                first,
                vendorKnowsFirst,
                last,
                null,
                null,
                Collections.unmodifiableSortedMap(former));
        String reason = asset.reasonToGo(rules);
        Instant since = before == null || before.active() ? rules.at() : before.archivedAt;
        return reason == null ? asset : asset.archived(reason, since);
    }

    /** The same asset after a run that did not return it. */
    ModelAsset notReturned(Rules rules, boolean absenceCounts) {
        if (!active()) {
            return this;
        }
        String reason = reasonToGo(rules);
        if (reason == null && absenceCounts) {
            reason = "NOT_RETURNED";
        }
        return reason == null ? this : archived(reason, rules.at());
    }

    private @Nullable String reasonToGo(Rules rules) {
        String status = values.vendorStatus();
        if (status != null && rules.removeStatuses().contains(status.toUpperCase(Locale.ROOT))) {
            return "VENDOR_STATUS";
        }
        Instant counted = lastObservedAt.isAfter(rules.at()) ? rules.at() : lastObservedAt;
        return counted.isBefore(rules.at().minus(rules.retention())) ? "RETENTION" : null;
    }

    private ModelAsset archived(String reason, Instant since) {
        return new ModelAsset(values, firstObservedAt, vendorKnowsFirst, lastObservedAt, reason, since, formerNames);
    }

    boolean active() {
        return archivedReason == null;
    }

    String name() {
        return values.name();
    }

    /** Whether a mapped value other than the last observation is another one. */
    boolean showsOtherValuesThan(ModelAsset before) {
        return !values.equals(before.values) || !firstObservedAt.equals(before.firstObservedAt);
    }

    AssetState state() {
        return new AssetState(values, archivedReason, archivedAt, firstObservedAt, lastObservedAt);
    }

    private static AssetRecord withoutTimes(AssetRecord record) {
        return new AssetRecord(
                record.externalId(),
                record.name(),
                record.operatingSystem(),
                record.fqdn(),
                record.ipv4Addresses(),
                record.ipv6Addresses(),
                record.macAddresses(),
                record.externalTags(),
                record.customAttributes(),
                record.vendorStatus(),
                null,
                null);
    }
}
